package org.silkthread.measure.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * Days as numbers since 1970-01-01, and minutes as numbers since that day's beginning in UTC; written in English local time.
 * The texts of all days are prepared once.
 */
final class Day {

    static final int MINUTES = 1440;
    static final double PER_YEAR = 365.25;

    /** Later than every day. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final int FIRST = (int) LocalDate.of(1850, 1, 1).toEpochDay();
    private static final int COUNT = (int) LocalDate.of(2200, 1, 1).toEpochDay() - FIRST;
    private static final int TEXT = 10;
    private static final byte WINTER = 0;
    private static final byte SUMMER = 1;
    private static final byte SUMMER_BEGINS = 2;
    private static final byte SUMMER_ENDS = 3;

    private static final byte[] TEXTS = new byte[COUNT * TEXT];
    private static final byte[] SEASONS = new byte[COUNT];

    static {
        LocalDate date = LocalDate.ofEpochDay(FIRST);
        for (int i = 0; i < COUNT; i++) {
            byte[] text = date.toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, TEXTS, i * TEXT, TEXT);
            SEASONS[i] = season(date);
            date = date.plusDays(1);
        }
    }

    private Day() {}

    static void write(int day, Bytes out) {
        out.slice(TEXTS, (day - FIRST) * TEXT, TEXT);
    }

    /** The minute as a FHIR dateTime in the time of England, with its offset. */
    static void writeMinute(int minute, Bytes out) {
        boolean summer = isSummer(minute);
        int local = summer ? minute + 60 : minute;
        int day = Math.floorDiv(local, MINUTES);
        int ofDay = local - day * MINUTES;
        write(day, out);
        out.one('T');
        out.twoDigits(ofDay / 60);
        out.one(':');
        out.twoDigits(ofDay % 60);
        out.text(summer ? Words.SUMMER_OFFSET : Words.WINTER_OFFSET);
    }

    /** The day itself, or the Friday before when it is at a weekend. */
    static int working(int day) {
        int sinceMonday = Math.floorMod(day + 3, 7);
        return sinceMonday < 5 ? day : day - (sinceMonday - 4);
    }

    static int of(LocalDate date) {
        return (int) date.toEpochDay();
    }

    /** The calendar year of a day. */
    static int year(int day) {
        int at = (day - FIRST) * TEXT;
        return (TEXTS[at] - '0') * 1000
                + (TEXTS[at + 1] - '0') * 100
                + (TEXTS[at + 2] - '0') * 10
                + TEXTS[at + 3]
                - '0';
    }

    private static boolean isSummer(int minute) {
        int day = Math.floorDiv(minute, MINUTES);
        boolean afterOne = minute - day * MINUTES >= 60;
        return switch (SEASONS[day - FIRST]) {
            case SUMMER -> true;
            case SUMMER_BEGINS -> afterOne;
            case SUMMER_ENDS -> !afterOne;
            default -> false;
        };
    }

    /** British Summer Time by the rule in force since 1996: the last Sundays of March and October, 01:00 UTC. */
    private static byte season(LocalDate date) {
        LocalDate begins =
                LocalDate.of(date.getYear(), Month.MARCH, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        LocalDate ends =
                LocalDate.of(date.getYear(), Month.OCTOBER, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        if (date.equals(begins)) {
            return SUMMER_BEGINS;
        }
        if (date.equals(ends)) {
            return SUMMER_ENDS;
        }
        return date.isAfter(begins) && date.isBefore(ends) ? SUMMER : WINTER;
    }
}
