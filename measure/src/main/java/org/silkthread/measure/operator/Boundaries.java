package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Time;

/** LowBoundary, HighBoundary and Precision: the least and greatest value that an imprecise value may have. */
final class Boundaries {

    private static final long MILLIS_OF_DAY = 86_400_000L;

    private Boundaries() {}

    /** The last millisecond that a moment may mean, on its own clock. */
    static long lastMillis(DateTime moment) {
        Precision precision = moment.precision();
        if (precision == Precision.MILLISECOND) {
            return moment.localMillis();
        }
        if (precision.compareTo(Precision.DAY) >= 0) {
            return moment.localMillis() + Calendars.millis(precision) - 1;
        }
        return (lastDay(moment.date()) + 1) * MILLIS_OF_DAY - 1;
    }

    static long lastMillis(Time time) {
        return time.millis() + Calendars.millis(time.precision()) - 1;
    }

    /** The last day that a date may mean, in days since 1 January 1970. */
    static int lastDay(Date date) {
        return switch (date.precision()) {
            case YEAR -> Date.of(date.year(), 12, 31).epochDay();
            case MONTH -> date.epochDay() + Date.lengthOfMonth(date.year(), date.month()) - 1;
            default -> date.epochDay();
        };
    }

    static @Nullable Object low(@Nullable Object value, @Nullable Object digits) {
        return boundary(value, digits, false);
    }

    static @Nullable Object high(@Nullable Object value, @Nullable Object digits) {
        return boundary(value, digits, true);
    }

    private static @Nullable Object boundary(@Nullable Object value, @Nullable Object digits, boolean high) {
        Integer wanted = (Integer) digits;
        return switch (value) {
            case null -> null;
            case BigDecimal number -> boundary(number, wanted == null ? Decimals.SCALE : wanted, high);
            case Date date -> {
                Precision to = wanted == null ? Precision.DAY : ofDate(wanted);
                yield to == null
                        ? null
                        : Date.ofEpochDay(high ? lastDay(date) : date.epochDay())
                                .truncated(to);
            }
            case DateTime moment -> {
                Precision to = wanted == null ? Precision.MILLISECOND : ofDateTime(wanted);
                yield to == null
                        ? null
                        : DateTime.ofLocal(high ? lastMillis(moment) : moment.localMillis(), to, moment.offset());
            }
            case Time time -> {
                Precision to = wanted == null ? Precision.MILLISECOND : ofTime(wanted);
                yield to == null ? null : Time.ofMillis(high ? (int) lastMillis(time) : time.millis(), to);
            }
            default -> throw OperatorException.undefined("A boundary", value);
        };
    }

    private static @Nullable BigDecimal boundary(BigDecimal number, int scale, boolean high) {
        if (scale > Decimals.SCALE || scale < 0) {
            return null;
        }
        if (number.scale() >= scale) {
            return number.setScale(scale, high ? RoundingMode.CEILING : RoundingMode.FLOOR);
        }
        BigDecimal fine = number.setScale(scale);
        BigDecimal rest = BigDecimal.ONE.movePointLeft(number.scale()).subtract(BigDecimal.ONE.movePointLeft(scale));
        return high ? fine.add(rest) : fine;
    }

    private static @Nullable Precision ofDate(int digits) {
        return switch (digits) {
            case 4 -> Precision.YEAR;
            case 6 -> Precision.MONTH;
            case 8 -> Precision.DAY;
            default -> null;
        };
    }

    private static @Nullable Precision ofDateTime(int digits) {
        return switch (digits) {
            case 10 -> Precision.HOUR;
            case 12 -> Precision.MINUTE;
            case 14 -> Precision.SECOND;
            case 17 -> Precision.MILLISECOND;
            default -> ofDate(digits);
        };
    }

    private static @Nullable Precision ofTime(int digits) {
        return switch (digits) {
            case 2 -> Precision.HOUR;
            case 4 -> Precision.MINUTE;
            case 6 -> Precision.SECOND;
            case 9 -> Precision.MILLISECOND;
            default -> null;
        };
    }

    /** The Precision operator: digits after the point of a Decimal, digits in all of a date or time. */
    static @Nullable Object digits(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> (Integer) Math.max(0, number.scale());
            case Date date -> (Integer) digits(date.precision());
            case DateTime moment -> (Integer) digits(moment.precision());
            case Time time -> (Integer) (digits(time.precision()) - 8);
            default -> throw OperatorException.undefined("Precision", value);
        };
    }

    private static int digits(Precision precision) {
        return switch (precision) {
            case YEAR -> 4;
            case MONTH -> 6;
            case WEEK, DAY -> 8;
            case HOUR -> 10;
            case MINUTE -> 12;
            case SECOND -> 14;
            case MILLISECOND -> 17;
        };
    }
}
