package org.silkthread.measure.value;

import org.jspecify.annotations.Nullable;

/** A time of day (CQL System.Time), known to the hour, minute, second or millisecond. */
public final class Time implements Temporal {

    static final int MILLIS_OF_DAY = 86_400_000;

    private final int millis;
    private final Precision precision;

    private Time(int millis, Precision precision) {
        this.millis = millis;
        this.precision = precision;
    }

    public static Time of(int hour) {
        return new Time(check(hour, 0, 0, 0), Precision.HOUR);
    }

    public static Time of(int hour, int minute) {
        return new Time(check(hour, minute, 0, 0), Precision.MINUTE);
    }

    public static Time of(int hour, int minute, int second) {
        return new Time(check(hour, minute, second, 0), Precision.SECOND);
    }

    public static Time of(int hour, int minute, int second, int millisecond) {
        return new Time(check(hour, minute, second, millisecond), Precision.MILLISECOND);
    }

    /** The time so many milliseconds after midnight, known to a precision; what is finer is dropped. */
    public static Time ofMillis(int millis, Precision precision) {
        if (millis < 0 || millis >= MILLIS_OF_DAY) {
            throw new IllegalArgumentException(millis + " milliseconds are not within a day");
        }
        return new Time(millis - millis % unit(precision), precision);
    }

    /**
     * Reads {@code 10:30:00.000} or a part of it, with or without a leading {@code T}.
     *
     * @throws IllegalArgumentException when the text is no time
     */
    public static Time parse(String text) {
        Time time = parseOrNull(text);
        if (time == null) {
            throw new IllegalArgumentException("not a time: " + text);
        }
        return time;
    }

    /** As {@link #parse}, but null when the text is no time. */
    public static @Nullable Time parseOrNull(String text) {
        int from = text.startsWith("T") ? 1 : 0;
        long clock = TemporalText.clock(text, from, text.length());
        return clock < 0 ? null : new Time(TemporalText.millis(clock), TemporalText.precision(clock));
    }

    private static int check(int hour, int minute, int second, int millisecond) {
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            throw new IllegalArgumentException("no time " + hour + ":" + minute + ":" + second);
        }
        if (millisecond < 0 || millisecond > 999) {
            throw new IllegalArgumentException("no millisecond " + millisecond);
        }
        return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    }

    /** Milliseconds in an hour, minute, second or millisecond. */
    static int unit(Precision precision) {
        return switch (precision) {
            case HOUR -> 3_600_000;
            case MINUTE -> 60_000;
            case SECOND -> 1000;
            case MILLISECOND -> 1;
            case YEAR, MONTH, WEEK, DAY ->
                throw new IllegalArgumentException(precision + " is not a precision of times");
        };
    }

    /** Milliseconds since midnight; unknown components count as 0. */
    public int millis() {
        return millis;
    }

    public int hour() {
        return millis / 3_600_000;
    }

    public int minute() {
        return millis / 60_000 % 60;
    }

    public int second() {
        return millis / 1000 % 60;
    }

    public int millisecond() {
        return millis % 1000;
    }

    @Override
    public Precision precision() {
        return precision;
    }

    @Override
    public int component(Precision component) {
        if (component.compareTo(precision) > 0) {
            throw new IllegalArgumentException("the time " + this + " has no " + component);
        }
        return switch (component) {
            case HOUR -> hour();
            case MINUTE -> minute();
            case SECOND -> second();
            case MILLISECOND -> millisecond();
            case YEAR, MONTH, WEEK, DAY -> throw new IllegalArgumentException("a time has no " + component);
        };
    }

    /** The same time known only to a precision; itself when it is not known finer. */
    public Time truncated(Precision to) {
        return to.compareTo(precision) >= 0 ? this : ofMillis(millis, to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Time that && millis == that.millis && precision == that.precision;
    }

    @Override
    public int hashCode() {
        return millis * 31 + precision.ordinal();
    }

    /** ISO 8601 to the precision, without {@code T}: {@code 10:30:00.000}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(12);
        TemporalText.appendClock(text, millis, precision);
        return text.toString();
    }
}
