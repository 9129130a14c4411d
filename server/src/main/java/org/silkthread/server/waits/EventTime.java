package org.silkthread.server.waits;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import org.silkthread.server.calendar.UkTime;

/** When something happened, as it was sent: a moment, or the time that a clock on a wall in the United Kingdom showed. */
public sealed interface EventTime {

    /** A moment that leaves no doubt. */
    record Exact(Instant at) implements EventTime {

        @Override
        public Instant earliest() {
            return at;
        }

        @Override
        public Instant latest() {
            return at;
        }
    }

    /**
     * A wall-clock time. One hour a year occurs twice and stands for two moments; one hour does not occur.
     *
     * @throws NoSuchTime for a time that the clocks passed over
     */
    record Local(LocalDateTime at) implements EventTime {

        public Local {
            if (UkTime.ZONE.getRules().getValidOffsets(at).isEmpty()) {
                throw new NoSuchTime(at);
            }
        }

        @Override
        public Instant earliest() {
            return at.toInstant(UkTime.ZONE.getRules().getValidOffsets(at).getFirst());
        }

        @Override
        public Instant latest() {
            return at.toInstant(UkTime.ZONE.getRules().getValidOffsets(at).getLast());
        }
    }

    /** A wall-clock time in the hour that is left out when summer time begins. */
    final class NoSuchTime extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

        NoSuchTime(LocalDateTime at) {
            super(words(at));
        }

        private static String words(LocalDateTime at) {
            ZoneOffsetTransition gap = UkTime.ZONE.getRules().getTransition(at);
            return "a time that the clocks showed: on " + DAY.format(at) + " they went from "
                    + TIME.format(gap.getDateTimeBefore()) + " to " + TIME.format(gap.getDateTimeAfter()) + ", so "
                    + TIME.format(at) + " did not occur";
        }
    }

    /** The first moment that it can stand for. */
    Instant earliest();

    /** The last moment that it can stand for; the first unless the hour occurred twice. */
    Instant latest();

    /** Whether it can stand for two moments. */
    default boolean occursTwice() {
        return !earliest().equals(latest());
    }

    static EventTime of(Instant at) {
        return new Exact(at);
    }

    static EventTime of(LocalDateTime at) {
        return new Local(at);
    }

    /**
     * Reads {@code 2025-03-30T14:05} with or without seconds; with {@code Z} or an offset behind it, it is a moment,
     * and without one, the time in the United Kingdom. A space may stand for the {@code T}.
     *
     * @throws IllegalArgumentException whose message says what was expected
     */
    static EventTime parse(String text) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime moment
                    ? new Exact(moment.toInstant())
                    : new Local(LocalDateTime.from(read));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "a UK time such as 2025-03-30T14:05, or a moment such as 2025-03-30T14:05:00Z", e);
        }
    }

    /**
     * Reads a day as {@code 2025-03-30}, or the day in the United Kingdom of a time that {@link #parse} reads.
     *
     * @throws IllegalArgumentException whose message says what was expected
     */
    static LocalDate parseDay(String text) {
        if (text.strip().length() > LocalDate.EPOCH.toString().length()) {
            return UkTime.at(parse(text).earliest()).toLocalDate();
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day such as 2025-03-30", e);
        }
    }
}
