package org.silkthread.measure.value;

import org.jspecify.annotations.Nullable;

/**
 * A date and time of day (CQL System.DateTime) of the years 1 to 9999, known to a precision, with or without an offset
 * from UTC. One without an offset is understood in the offset of the evaluation ({@link Settings#offset()}).
 */
public final class DateTime implements Temporal {

    /** Stands for an offset that was not given. */
    public static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final long MILLIS_OF_DAY = Time.MILLIS_OF_DAY;
    private static final long MILLIS_OF_MINUTE = 60_000;
    private static final int LARGEST_OFFSET = 14 * 60;

    private final long local;
    private final int offset;
    private final Precision precision;

    private DateTime(long local, Precision precision, int offset) {
        this.local = local;
        this.precision = precision;
        this.offset = offset;
    }

    /**
     * A date and time known to the millisecond.
     *
     * @param offsetMinutes minutes that its clock is ahead of UTC, or {@link #NO_OFFSET}
     * @throws IllegalArgumentException when there is no such moment
     */
    public static DateTime of(
            int year, int month, int day, int hour, int minute, int second, int millisecond, int offsetMinutes) {
        long clock = Time.of(hour, minute, second, millisecond).millis();
        return new DateTime(
                Date.of(year, month, day).epochDay() * MILLIS_OF_DAY + clock,
                Precision.MILLISECOND,
                checkOffset(offsetMinutes));
    }

    /** Midnight at the beginning of a date when it is known to the day and the precision is finer; else as known. */
    public static DateTime of(Date date, Precision precision, int offsetMinutes) {
        Precision known = date.precision() == Precision.DAY ? precision : date.precision();
        return new DateTime(date.epochDay() * MILLIS_OF_DAY, known, checkOffset(offsetMinutes)).truncated(precision);
    }

    /** A date known to the day, and a time of it. */
    public static DateTime of(Date date, Time time, int offsetMinutes) {
        if (date.precision() != Precision.DAY) {
            throw new IllegalArgumentException("the date " + date + " is not known to the day");
        }
        return new DateTime(
                date.epochDay() * MILLIS_OF_DAY + time.millis(), time.precision(), checkOffset(offsetMinutes));
    }

    /**
     * The moment whose clock shows so many milliseconds since 1 January 1970 there, known to a precision; what is finer
     * is dropped.
     */
    public static DateTime ofLocal(long localMillis, Precision precision, int offsetMinutes) {
        Date.checkYear(Civil.year(Civil.packed(Math.toIntExact(Math.floorDiv(localMillis, MILLIS_OF_DAY)))));
        return new DateTime(truncated(localMillis, precision), precision, checkOffset(offsetMinutes));
    }

    /**
     * Reads what CQL and FHIR write: {@code 2026}, {@code 2026-08-21}, {@code 2026-08-21T10:30}, {@code
     * 2026-08-21T10:30:00.000+01:00}, {@code 2026-08-21T10:30:00Z}, {@code 2026-08T}.
     *
     * @throws IllegalArgumentException when the text is none of them
     */
    public static DateTime parse(String text) {
        DateTime moment = parseOrNull(text);
        if (moment == null) {
            throw new IllegalArgumentException("not a date and time: " + text);
        }
        return moment;
    }

    /** As {@link #parse}, but null when the text is no date and time. */
    public static @Nullable DateTime parseOrNull(String text) {
        int split = text.indexOf('T');
        int dateEnd = split < 0 ? text.length() : split;
        int packed = TemporalText.date(text, dateEnd);
        if (packed < 0) {
            return null;
        }
        if (dateEnd >= text.length() - 1) {
            return of(Date.ofPacked(packed), Precision.DAY, NO_OFFSET);
        }
        int clockEnd = offsetStart(text, dateEnd + 1);
        long clock = dateEnd == 10 ? TemporalText.clock(text, dateEnd + 1, clockEnd) : TemporalText.NOT_ONE;
        int offset = clockEnd == text.length() ? NO_OFFSET : TemporalText.offset(text, clockEnd);
        if (clock < 0 || (clockEnd < text.length() && (offset == NO_OFFSET || Math.abs(offset) > LARGEST_OFFSET))) {
            return null;
        }
        long day = Civil.dayOf(Civil.year(packed), Civil.month(packed), Civil.day(packed));
        return new DateTime(day * MILLIS_OF_DAY + TemporalText.millis(clock), TemporalText.precision(clock), offset);
    }

    private static int offsetStart(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '+' || character == '-' || character == 'Z') {
                return at;
            }
        }
        return text.length();
    }

    private static int checkOffset(int minutes) {
        if (minutes != NO_OFFSET && Math.abs(minutes) > LARGEST_OFFSET) {
            throw new IllegalArgumentException("an offset of " + minutes + " minutes is over 14 hours");
        }
        return minutes;
    }

    private static long truncated(long local, Precision precision) {
        return switch (precision) {
            case MILLISECOND -> local;
            case SECOND, MINUTE, HOUR -> local - Math.floorMod(local, (long) Time.unit(precision));
            case DAY, WEEK -> local - Math.floorMod(local, MILLIS_OF_DAY);
            case YEAR, MONTH -> {
                int packed = Civil.packed((int) Math.floorDiv(local, MILLIS_OF_DAY));
                int month = precision == Precision.YEAR ? 1 : Civil.month(packed);
                yield Civil.dayOf(Civil.year(packed), month, 1) * MILLIS_OF_DAY;
            }
        };
    }

    @Override
    public Precision precision() {
        return precision;
    }

    public boolean hasOffset() {
        return offset != NO_OFFSET;
    }

    /** Minutes that its clock is ahead of UTC, or {@link #NO_OFFSET}. */
    public int offset() {
        return offset;
    }

    /** Milliseconds since 1 January 1970 as its own clock counts them; unknown components count as their lowest. */
    public long localMillis() {
        return local;
    }

    /** Milliseconds since 1 January 1970 UTC; unknown components count as their lowest. */
    public long instant(int defaultOffset) {
        return local - MILLIS_OF_MINUTE * (offset == NO_OFFSET ? defaultOffset : offset);
    }

    /** {@link #localMillis()} on a clock with the given offset. */
    public long localMillisAt(int givenOffset) {
        return offset == NO_OFFSET || offset == givenOffset ? local : local + MILLIS_OF_MINUTE * (givenOffset - offset);
    }

    /** The same moment on the clock of another offset; with that offset when it had none. */
    public DateTime at(int givenOffset) {
        return offset == givenOffset
                ? this
                : new DateTime(truncated(localMillisAt(givenOffset), precision), precision, givenOffset);
    }

    /** {@link #localMillis()} of the same moment known only to a precision. */
    public long localMillis(Precision to) {
        return to.compareTo(precision) >= 0 ? local : truncated(local, to);
    }

    /** Days since 1 January 1970 on its own clock; unknown components count as their lowest. */
    public int epochDay() {
        return (int) Math.floorDiv(local, MILLIS_OF_DAY);
    }

    public int year() {
        return Civil.year(Civil.packed(epochDay()));
    }

    /** 1 to 12; 1 when unknown. */
    public int month() {
        return Civil.month(Civil.packed(epochDay()));
    }

    /** 1 to 31; 1 when unknown. */
    public int day() {
        return Civil.day(Civil.packed(epochDay()));
    }

    @Override
    public int component(Precision component) {
        if (component.compareTo(precision) > 0) {
            throw new IllegalArgumentException("the time " + this + " has no " + component);
        }
        return switch (component) {
            case YEAR -> year();
            case MONTH -> month();
            case DAY -> day();
            case HOUR -> clock() / 3_600_000;
            case MINUTE -> clock() / 60_000 % 60;
            case SECOND -> clock() / 1000 % 60;
            case MILLISECOND -> clock() % 1000;
            case WEEK -> throw new IllegalArgumentException("a week is no component of a date");
        };
    }

    private int clock() {
        return (int) Math.floorMod(local, MILLIS_OF_DAY);
    }

    /** Its date on its own clock, to the day at most. */
    public Date date() {
        int packed = Civil.packed(epochDay());
        Date day = Date.ofPacked(packed);
        return day.truncated(precision);
    }

    /** Its time of day; null when it is not known to the hour. */
    public @Nullable Time time() {
        return precision.compareTo(Precision.HOUR) < 0 ? null : Time.ofMillis(clock(), precision);
    }

    /** The same moment known only to a precision; itself when it is not known finer. */
    public DateTime truncated(Precision to) {
        return to.compareTo(precision) >= 0 ? this : new DateTime(truncated(local, to), to, offset);
    }

    /** Whether all parts, precision and offset are the same. Not CQL's equality. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DateTime that
                && local == that.local
                && precision == that.precision
                && offset == that.offset;
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(local) * 31 + precision.ordinal()) * 31 + offset;
    }

    /** ISO 8601 to the precision, the offset where it was given: {@code 2026-08-21T10:30:00.000+01:00}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(29);
        int packed = Civil.packed(epochDay());
        TemporalText.appendDate(
                text,
                Civil.year(packed),
                precision == Precision.YEAR ? 0 : Civil.month(packed),
                precision.compareTo(Precision.DAY) < 0 ? 0 : Civil.day(packed));
        if (precision.compareTo(Precision.HOUR) >= 0) {
            TemporalText.appendClock(text.append('T'), clock(), precision);
            if (hasOffset()) {
                TemporalText.appendOffset(text, offset);
            }
        }
        return text.toString();
    }
}
