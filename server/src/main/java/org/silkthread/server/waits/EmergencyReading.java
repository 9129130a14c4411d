package org.silkthread.server.waits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;

/**
 * What the clock of one attendance says at a moment.
 *
 * @param arrival when the clock started; empty when that is not known
 * @param departure how the attendance ended; empty while the person is in the department
 * @param waits one for every {@link Stretch}
 * @param fourHours against the standard of four hours from arrival to departure
 * @param twelveHours against the limit of twelve hours from the decision to admit to the admission
 * @param ambiguous events whose wall-clock time occurred twice and fitted in both places; the first was taken
 * @param problems what in the record cannot be right, in a fixed order
 * @param isPlannedFollowUp whether the attendance was planned, and so stands outside the standard
 */
public record EmergencyReading(
        Optional<Instant> arrival,
        Optional<Departure> departure,
        Map<Stretch, Wait> waits,
        Standing fourHours,
        Standing twelveHours,
        Set<EmergencyEvent.Kind> ambiguous,
        List<Problem> problems,
        boolean isPlannedFollowUp) {

    private static final int QUARTER_HOUR = 15;

    /** What is waited for. All but the last two begin with the arrival. */
    public enum Stretch {
        TO_ASSESSMENT("to assessment"),
        TO_BE_SEEN("to be seen"),
        TO_RESULTS("to results"),
        TO_DECISION("to decision"),
        TOTAL("total"),
        REQUEST_TO_RESULTS("request to results"),
        DECISION_TO_DEPARTURE("decision to departure");

        private final String label;

        Stretch(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where a wait stands against its limit. */
    public enum Standing {
        WITHIN("within"),
        OVER("over"),
        WITHIN_SO_FAR("within so far"),
        OVER_ALREADY("over already"),
        NOT_COUNTED("not counted"),
        UNKNOWN("unknown");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param kind how the person left
     */
    public record Departure(EmergencyEvent.Kind kind, Instant at) {}

    public EmergencyReading {
        waits = Map.copyOf(waits);
        ambiguous = Set.copyOf(ambiguous);
        problems = List.copyOf(problems);
    }

    /** Why the clock says what it says, one sentence each. */
    public List<String> reasons() {
        return EmergencyWords.of(this);
    }

    public Wait waitFor(Stretch stretch) {
        return waits.getOrDefault(stretch, new Wait.NotRecorded());
    }

    /** The day in the United Kingdom on which the person arrived. The attendance belongs to it, however late it ends. */
    public Optional<LocalDate> day() {
        return arrival.map(at -> UkTime.at(at).toLocalDate());
    }

    /** The month that the attendance is counted in. */
    public Optional<Period> month() {
        return day().map(day -> Period.month(YearMonth.from(day)));
    }

    /** Whether a period counts the attendance. */
    public boolean isIn(Period period) {
        return day().filter(period::contains).isPresent();
    }

    /**
     * The moment at which the quarter-hour of the arrival began. Quarter-hours are counted on the time line, so the hour
     * that occurs twice has eight of them.
     */
    public Optional<Instant> quarterHour() {
        return arrival.map(at -> at.truncatedTo(ChronoUnit.HOURS)
                .plus(
                        ChronoUnit.MINUTES.between(at.truncatedTo(ChronoUnit.HOURS), at) / QUARTER_HOUR * QUARTER_HOUR,
                        ChronoUnit.MINUTES));
    }
}
