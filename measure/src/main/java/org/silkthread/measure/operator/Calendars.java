package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Temporal;
import org.silkthread.measure.value.Time;

/**
 * Durations added to dates and times (CQL 1.5, Add). Years and months are the calendar's, and a day that the resulting
 * month lacks becomes its last. A duration finer than the date is known to is first converted to that precision: 30 days
 * a month, 365 a year, without the remainder. Null when the result is not between the years 1 and 9999.
 */
final class Calendars {

    private static final int MILLIS_OF_DAY = 86_400_000;
    private static final int FIRST_DAY = Date.of(1, 1, 1).epochDay();
    private static final int LAST_DAY = Date.of(9999, 12, 31).epochDay();
    private static final int MONTHS_OF_CALENDAR = 12 * 9999;

    private Calendars() {}

    /** A date or time with a duration added. */
    static @Nullable Temporal added(Temporal base, Quantity duration, int sign) {
        Precision unit = Units.precision(duration.unit());
        if (unit == null) {
            throw new OperatorException("a date or time has no unit '" + duration.unit() + "'");
        }
        long amount = sign * amount(duration, unit);
        if (unit == Precision.SECOND) {
            unit = Precision.MILLISECOND;
        }
        return added(base, amount, unit);
    }

    /** A date or time with so many units added. */
    static @Nullable Temporal added(Temporal base, long amount, Precision unit) {
        return switch (base) {
            case Date date -> added(date, amount, unit);
            case DateTime moment -> added(moment, amount, unit);
            case Time time -> added(time, amount, unit);
        };
    }

    /** The whole number of units; seconds in milliseconds, as they may have decimals. */
    private static long amount(Quantity duration, Precision unit) {
        BigDecimal value = unit == Precision.SECOND ? duration.value().movePointRight(3) : duration.value();
        try {
            return value.setScale(0, RoundingMode.DOWN).longValueExact();
        } catch (ArithmeticException e) {
            throw new OperatorException("the duration " + duration.value() + " is too large");
        }
    }

    static @Nullable Date added(Date date, long amount, Precision unit) {
        Precision precision = date.precision();
        long converted = converted(amount, unit, precision);
        if (precision == Precision.DAY && unit.compareTo(Precision.MONTH) > 0) {
            long day = date.epochDay() + (unit == Precision.WEEK ? 7 * converted : converted);
            return day < FIRST_DAY || day > LAST_DAY ? null : Date.ofEpochDay((int) day);
        }
        long months = unit == Precision.YEAR || precision == Precision.YEAR ? converted * 12 : converted;
        long month = (date.year() - 1) * 12L + Math.max(1, date.month()) - 1 + months;
        if (month < 0 || month >= MONTHS_OF_CALENDAR) {
            return null;
        }
        int year = (int) (month / 12) + 1;
        int ofYear = (int) (month % 12) + 1;
        return switch (precision) {
            case YEAR -> Date.of(year);
            case MONTH -> Date.of(year, ofYear);
            default -> Date.of(year, ofYear, Math.min(date.day(), Date.lengthOfMonth(year, ofYear)));
        };
    }

    static @Nullable DateTime added(DateTime moment, long amount, Precision unit) {
        Precision precision = moment.precision();
        if (unit.compareTo(Precision.MONTH) <= 0 || precision.compareTo(Precision.MONTH) <= 0) {
            Date date = added(moment.date(), amount, unit);
            return date == null ? null : moved(moment, date.epochDay());
        }
        long converted = converted(amount, unit, precision);
        long unitMillis = millis(unit.compareTo(precision) > 0 ? precision : unit);
        if (Math.abs(converted) > Long.MAX_VALUE / 4 / unitMillis) {
            return null;
        }
        long local = moment.localMillis() + converted * unitMillis;
        long day = Math.floorDiv(local, MILLIS_OF_DAY);
        return day < FIRST_DAY || day > LAST_DAY ? null : DateTime.ofLocal(local, precision, moment.offset());
    }

    private static DateTime moved(DateTime moment, int day) {
        long clock = Math.floorMod(moment.localMillis(), (long) MILLIS_OF_DAY);
        return DateTime.ofLocal(day * (long) MILLIS_OF_DAY + clock, moment.precision(), moment.offset());
    }

    static @Nullable Time added(Time time, long amount, Precision unit) {
        if (unit.compareTo(Precision.HOUR) < 0) {
            throw new OperatorException("a time of day has no " + unit);
        }
        Precision precision = time.precision();
        long converted = converted(amount, unit, precision);
        long unitMillis = millis(unit.compareTo(precision) > 0 ? precision : unit);
        if (Math.abs(converted) > MILLIS_OF_DAY) {
            return null;
        }
        long millis = time.millis() + converted * unitMillis;
        return millis < 0 || millis >= MILLIS_OF_DAY ? null : Time.ofMillis((int) millis, precision);
    }

    /** An amount of a unit finer than the precision as a whole amount of the precision; other amounts as they are. */
    private static long converted(long amount, Precision unit, Precision precision) {
        if (unit.compareTo(precision) <= 0) {
            return amount;
        }
        return switch (precision) {
            case YEAR -> unit == Precision.MONTH ? amount / 12 : days(amount, unit) / 365;
            case MONTH -> days(amount, unit) / 30;
            default -> amount / (millis(precision) / millis(unit));
        };
    }

    private static long days(long amount, Precision unit) {
        return unit == Precision.WEEK ? amount * 7 : amount / (MILLIS_OF_DAY / millis(unit));
    }

    /** Milliseconds of a unit of definite length. */
    static long millis(Precision unit) {
        return switch (unit) {
            case WEEK -> 7L * MILLIS_OF_DAY;
            case DAY -> MILLIS_OF_DAY;
            case HOUR -> 3_600_000;
            case MINUTE -> 60_000;
            case SECOND -> 1000;
            case MILLISECOND -> 1;
            case YEAR, MONTH -> throw new IllegalArgumentException(unit + " has no definite length");
        };
    }
}
