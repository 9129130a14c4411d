package org.silkthread.measure.value;

/**
 * The proleptic Gregorian calendar in whole numbers. Days count from 1 January 1970. After Howard Hinnant's public
 * description of the calendar's 400-year cycle, with years beginning in March so that the leap day comes last.
 */
final class Civil {

    private static final int DAYS_OF_CYCLE = 146_097;
    private static final int DAYS_TO_1970 = 719_468;

    private Civil() {}

    static boolean leap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> leap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    static int dayOf(int year, int month, int day) {
        int marchYear = month <= 2 ? year - 1 : year;
        int cycle = Math.floorDiv(marchYear, 400);
        int yearOfCycle = marchYear - cycle * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
        return cycle * DAYS_OF_CYCLE + dayOfCycle - DAYS_TO_1970;
    }

    /** Year, month and day as one number: {@code (year * 16 + month) * 32 + day}, in calendar order. */
    static int packed(int epochDay) {
        int shifted = epochDay + DAYS_TO_1970;
        int cycle = Math.floorDiv(shifted, DAYS_OF_CYCLE);
        int dayOfCycle = shifted - cycle * DAYS_OF_CYCLE;
        int yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
        int dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
        return pack(year, month, day);
    }

    static int pack(int year, int month, int day) {
        return (year << 9) | (month << 5) | day;
    }

    static int year(int packed) {
        return packed >> 9;
    }

    static int month(int packed) {
        return packed >> 5 & 15;
    }

    static int day(int packed) {
        return packed & 31;
    }
}
