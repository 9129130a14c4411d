package org.silkthread.server.waits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;

/**
 * One clock of a pathway. The day of its start is day 0.
 *
 * @param number 1 for the first clock of the pathway
 * @param start the event that started it
 * @param ending how it ended, or that it runs
 * @param pausedDays the days that a pause takes off; 0 unless the patient was admitted by 30 September 2015
 * @param decisionToAdmit the first day on which it was decided to admit the patient, if it was
 * @param events what happened while it ran and what that did, one sentence each
 */
public record ReferralClock(
        int number,
        ReferralEvent start,
        Ending ending,
        long pausedDays,
        Optional<LocalDate> decisionToAdmit,
        List<String> events) {

    /** The longest wait within 18 weeks, in days. */
    public static final int EIGHTEEN_WEEKS = 126;

    /** The last day on which a clock could stop and have days of a pause taken off. */
    public static final LocalDate LAST_ADJUSTED_DAY = LocalDate.of(2015, 9, 30);

    /** How a clock ended. */
    public sealed interface Ending {

        /** The day up to which days are counted. */
        LocalDate day();

        /**
         * It still runs.
         *
         * @param day the day of reading
         */
        record Running(LocalDate day) implements Ending {}

        /** It stopped. */
        record Stopped(ReferralEvent by) implements Ending {

            @Override
            public LocalDate day() {
                return by.day();
            }
        }

        /** It is as if it had never run. */
        record Nullified(ReferralEvent by) implements Ending {

            @Override
            public LocalDate day() {
                return by.day();
            }
        }
    }

    /** The part of the monthly return that counts a clock. */
    public enum Part {
        COMPLETED_ADMITTED("Part_1A", "completed, admitted"),
        COMPLETED_NOT_ADMITTED("Part_1B", "completed, not admitted"),
        INCOMPLETE("Part_2", "incomplete");

        private final String code;
        private final String label;

        Part(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public ReferralClock {
        events = List.copyOf(events);
        long elapsed = ChronoUnit.DAYS.between(start.day(), ending.day());
        if (elapsed < 0 || pausedDays < 0 || pausedDays > elapsed) {
            throw new IllegalArgumentException(
                    "A clock cannot have " + elapsed + " days of which " + pausedDays + " are paused");
        }
    }

    /** The days from start to end, a pause included; empty when the clock was nullified. */
    public Optional<Long> unadjustedDays() {
        return ending instanceof Ending.Nullified
                ? Optional.empty()
                : Optional.of(ChronoUnit.DAYS.between(start.day(), ending.day()));
    }

    /** The days that count: from start to end, less a pause where one is allowed; empty when the clock was nullified. */
    public Optional<Long> days() {
        return unadjustedDays().map(days -> days - pausedDays);
    }

    /** Whether the days that count are 126 or fewer; empty when the clock was nullified. */
    public Optional<Boolean> isWithin18Weeks() {
        return days().map(days -> days <= EIGHTEEN_WEEKS);
    }

    public Optional<WeekBand> band() {
        return days().map(WeekBand::of);
    }

    /** The part of the return that counts it; empty when it was nullified. */
    public Optional<Part> part() {
        return switch (ending) {
            case Ending.Running running -> Optional.of(Part.INCOMPLETE);
            case Ending.Stopped stopped ->
                Optional.of(
                        stopped.by().kind() == ReferralEvent.Kind.TREATED_ADMITTED
                                ? Part.COMPLETED_ADMITTED
                                : Part.COMPLETED_NOT_ADMITTED);
            case Ending.Nullified nullified -> Optional.empty();
        };
    }

    /** Whether it runs and the patient waits for a bed: Part_2A of the return, which is a share of Part_2. */
    public boolean isWaitingForAdmission() {
        return ending instanceof Ending.Running && decisionToAdmit.isPresent();
    }

    /** The month that counts it: of the stop, or of the day of reading while it runs; empty when it was nullified. */
    public Optional<Period> month() {
        return part().map(part -> Period.month(YearMonth.from(ending.day())));
    }

    /** Why it says what it says, one sentence each. */
    public List<String> reasons() {
        return ReferralWords.of(this);
    }
}
