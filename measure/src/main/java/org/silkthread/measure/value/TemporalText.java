package org.silkthread.measure.value;

/** Dates and times from and to ISO 8601 text. Numbers below zero mean that the text is not one. */
final class TemporalText {

    static final int NOT_ONE = -1;
    private static final int PRECISION_BITS = 3;
    private static final Precision[] PRECISIONS = Precision.values();

    private TemporalText() {}

    /** A date that fills the text up to an end, packed as {@link Civil#pack} does, unknown components zero. */
    static int date(String text, int end) {
        if (end != 4 && end != 7 && end != 10) {
            return NOT_ONE;
        }
        int year = digits(text, 0, 4);
        if (year < 1) {
            return NOT_ONE;
        }
        if (end == 4) {
            return Civil.pack(year, 0, 0);
        }
        int month = text.charAt(4) == '-' ? digits(text, 5, 7) : NOT_ONE;
        if (month < 1 || month > 12) {
            return NOT_ONE;
        }
        if (end == 7) {
            return Civil.pack(year, month, 0);
        }
        int day = text.charAt(7) == '-' ? digits(text, 8, 10) : NOT_ONE;
        return day < 1 || day > Civil.lengthOfMonth(year, month) ? NOT_ONE : Civil.pack(year, month, day);
    }

    /** A time of day between two positions: milliseconds and precision, to be taken apart by the two methods below. */
    static long clock(String text, int from, int end) {
        int hour = end - from >= 2 ? digits(text, from, from + 2) : NOT_ONE;
        if (hour < 0 || hour > 23) {
            return NOT_ONE;
        }
        if (end == from + 2) {
            return clock(hour * 3_600_000, Precision.HOUR);
        }
        int minute = part(text, from + 2, end);
        if (minute < 0 || minute > 59) {
            return NOT_ONE;
        }
        int millis = (hour * 60 + minute) * 60_000;
        if (end == from + 5) {
            return clock(millis, Precision.MINUTE);
        }
        int second = part(text, from + 5, end);
        if (second < 0 || second > 60) {
            return NOT_ONE;
        }
        // FHIR lets a leap second be written; CQL has none, so it is the last second of its minute.
        millis += Math.min(second, 59) * 1000;
        if (end == from + 8) {
            return clock(millis, Precision.SECOND);
        }
        int fraction = fraction(text, from + 8, end);
        return fraction < 0 ? NOT_ONE : clock(millis + fraction, Precision.MILLISECOND);
    }

    private static long clock(int millis, Precision precision) {
        return (long) millis << PRECISION_BITS | precision.ordinal();
    }

    static int millis(long clock) {
        return (int) (clock >> PRECISION_BITS);
    }

    static Precision precision(long clock) {
        return PRECISIONS[(int) clock & (1 << PRECISION_BITS) - 1];
    }

    /** Minutes of an offset such as {@code +05:30} or {@code Z}; Integer.MIN_VALUE when it is not one. */
    static int offset(String text, int from) {
        int length = text.length() - from;
        char sign = text.charAt(from);
        if (length == 1 && sign == 'Z') {
            return 0;
        }
        if (length != 6 || text.charAt(from + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = digits(text, from + 1, from + 3);
        int minutes = digits(text, from + 4, from + 6);
        if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int total = hours * 60 + minutes;
        return sign == '-' ? -total : total;
    }

    private static int part(String text, int colon, int end) {
        return colon + 3 <= end && text.charAt(colon) == ':' ? digits(text, colon + 1, colon + 3) : NOT_ONE;
    }

    private static int fraction(String text, int point, int end) {
        if (text.charAt(point) != '.' || end == point + 1) {
            return NOT_ONE;
        }
        int millis = 0;
        int scale = 100;
        for (int at = point + 1; at < end; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_ONE;
            }
            millis += digit * scale;
            scale /= 10;
        }
        return millis;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_ONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static void appendDate(StringBuilder text, int year, int month, int day) {
        append(text, year, 4);
        if (month > 0) {
            append(text.append('-'), month, 2);
        }
        if (day > 0) {
            append(text.append('-'), day, 2);
        }
    }

    static void appendClock(StringBuilder text, int millis, Precision precision) {
        append(text, millis / 3_600_000, 2);
        if (precision.compareTo(Precision.MINUTE) >= 0) {
            append(text.append(':'), millis / 60_000 % 60, 2);
        }
        if (precision.compareTo(Precision.SECOND) >= 0) {
            append(text.append(':'), millis / 1000 % 60, 2);
        }
        if (precision == Precision.MILLISECOND) {
            append(text.append('.'), millis % 1000, 3);
        }
    }

    static void appendOffset(StringBuilder text, int minutes) {
        text.append(minutes < 0 ? '-' : '+');
        append(text, Math.abs(minutes) / 60, 2);
        append(text.append(':'), Math.abs(minutes) % 60, 2);
    }

    private static void append(StringBuilder text, int number, int width) {
        for (int bound = width == 4 ? 1000 : width == 3 ? 100 : 10; bound > number && bound > 1; bound /= 10) {
            text.append('0');
        }
        text.append(number);
    }
}
