package org.silkthread.measure.value;

import org.jspecify.annotations.Nullable;

/** A date (CQL System.Date) of the years 1 to 9999, known to the year, the month or the day. */
public final class Date implements Temporal, Comparable<Date> {

    private final int packed;

    private Date(int packed) {
        this.packed = packed;
    }

    public static Date of(int year) {
        checkYear(year);
        return new Date(Civil.pack(year, 0, 0));
    }

    public static Date of(int year, int month) {
        checkMonth(year, month);
        return new Date(Civil.pack(year, month, 0));
    }

    public static Date of(int year, int month, int day) {
        checkMonth(year, month);
        if (day < 1 || day > Civil.lengthOfMonth(year, month)) {
            throw new IllegalArgumentException("no day " + day + " in month " + month + " of " + year);
        }
        return new Date(Civil.pack(year, month, day));
    }

    /** The day so many days after 1 January 1970. */
    public static Date ofEpochDay(int epochDay) {
        int packed = Civil.packed(epochDay);
        checkYear(Civil.year(packed));
        return new Date(packed);
    }

    /**
     * Reads {@code 2026}, {@code 2026-08} or {@code 2026-08-21}.
     *
     * @throws IllegalArgumentException when the text is no date
     */
    public static Date parse(String text) {
        Date date = parseOrNull(text);
        if (date == null) {
            throw new IllegalArgumentException("not a date: " + text);
        }
        return date;
    }

    /** As {@link #parse}, but null when the text is no date. */
    public static @Nullable Date parseOrNull(String text) {
        int packed = TemporalText.date(text, text.length());
        return packed < 0 ? null : new Date(packed);
    }

    static Date ofPacked(int packed) {
        return new Date(packed);
    }

    static void checkYear(int year) {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("year " + year + " is not of 1 to 9999");
        }
    }

    private static void checkMonth(int year, int month) {
        checkYear(year);
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("no month " + month);
        }
    }

    /** How many days a month has. */
    public static int lengthOfMonth(int year, int month) {
        return Civil.lengthOfMonth(year, month);
    }

    public int year() {
        return Civil.year(packed);
    }

    /** 1 to 12; 0 when unknown. */
    public int month() {
        return Civil.month(packed);
    }

    /** 1 to 31; 0 when unknown. */
    public int day() {
        return Civil.day(packed);
    }

    /** Days since 1 January 1970; unknown components count as 1. */
    public int epochDay() {
        return Civil.dayOf(year(), Math.max(1, month()), Math.max(1, day()));
    }

    @Override
    public Precision precision() {
        return day() > 0 ? Precision.DAY : month() > 0 ? Precision.MONTH : Precision.YEAR;
    }

    @Override
    public int component(Precision component) {
        int number = switch (component) {
            case YEAR -> year();
            case MONTH -> month();
            case DAY -> day();
            default -> 0;
        };
        if (number == 0) {
            throw new IllegalArgumentException("the date " + this + " has no " + component);
        }
        return number;
    }

    /** The same date known only to a precision; itself when it is not known finer. */
    public Date truncated(Precision to) {
        return switch (to) {
            case YEAR -> month() == 0 ? this : of(year());
            case MONTH -> day() == 0 ? this : of(year(), month());
            default -> this;
        };
    }

    /** The order of the calendar; an unknown component comes before every known one. Not CQL's comparison. */
    @Override
    public int compareTo(Date that) {
        return Integer.compare(packed, that.packed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Date that && packed == that.packed;
    }

    @Override
    public int hashCode() {
        return packed;
    }

    /** ISO 8601 to the precision: {@code 2026-08}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(10);
        TemporalText.appendDate(text, year(), month(), day());
        return text.toString();
    }
}
