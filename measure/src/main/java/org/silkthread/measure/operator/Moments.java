package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Temporal;
import org.silkthread.measure.value.Time;

/** Dates and times made from components, and components taken from them. */
final class Moments {

    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final int SECOND = 5;
    private static final int MILLISECOND = 6;
    private static final int OFFSET = 7;
    private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);

    private Moments() {}

    /** Operands: year, month, day. */
    static @Nullable Object date(@Nullable Object[] parts) {
        int known = known(parts, DAY + 1);
        try {
            return switch (known) {
                case 0 -> null;
                case MONTH -> Date.of(part(parts, 0));
                case DAY -> Date.of(part(parts, 0), part(parts, MONTH));
                default -> Date.of(part(parts, 0), part(parts, MONTH), part(parts, DAY));
            };
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()));
        }
    }

    /** Operands: year, month, day, hour, minute, second, millisecond, offset in hours. */
    static @Nullable Object dateTime(@Nullable Object[] parts) {
        int known = known(parts, MILLISECOND + 1);
        if (known == 0) {
            return null;
        }
        int offset = parts.length > OFFSET && parts[OFFSET] instanceof Number hours
                ? Decimals.of(hours)
                        .multiply(MINUTES_OF_HOUR)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue()
                : DateTime.NO_OFFSET;
        Date date = (Date) date(parts);
        if (date == null) {
            return null;
        }
        try {
            return known <= HOUR
                    ? DateTime.of(date, Precision.DAY, offset)
                    : DateTime.of(date, clock(parts, HOUR, known), offset);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()));
        }
    }

    /** Operands: hour, minute, second, millisecond. */
    static @Nullable Object time(@Nullable Object[] parts) {
        int known = known(parts, MILLISECOND - HOUR + 1);
        try {
            return known == 0 ? null : clock(parts, 0, known);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()));
        }
    }

    private static Time clock(@Nullable Object[] parts, int from, int known) {
        return switch (known - from + HOUR) {
            case MINUTE -> Time.of(part(parts, from));
            case SECOND -> Time.of(part(parts, from), part(parts, from + 1));
            case MILLISECOND -> Time.of(part(parts, from), part(parts, from + 1), part(parts, from + 2));
            default -> Time.of(part(parts, from), part(parts, from + 1), part(parts, from + 2), part(parts, from + 3));
        };
    }

    /** How many components are given before the first that is not. */
    private static int known(@Nullable Object[] parts, int most) {
        int known = 0;
        int bound = Math.min(parts.length, most);
        while (known < bound && parts[known] != null) {
            known++;
        }
        for (int i = known; i < bound; i++) {
            if (parts[i] != null) {
                throw new OperatorException("a component is given below one that is not");
            }
        }
        return known;
    }

    private static int part(@Nullable Object[] parts, int index) {
        Object part = parts[index];
        return part == null ? 0 : (Integer) part;
    }

    static @Nullable Object dateFrom(@Nullable Object operand) {
        return operand instanceof Date ? operand : operand == null ? null : ((DateTime) operand).date();
    }

    static @Nullable Object timeFrom(Settings settings, @Nullable Object operand) {
        return operand == null
                ? null
                : operand instanceof Time
                        ? operand
                        : ((DateTime) operand).at(settings.offset()).time();
    }

    /** Hours that the clock of a date and time is ahead of UTC. */
    static @Nullable Object offsetFrom(Settings settings, @Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        DateTime moment = (DateTime) operand;
        int minutes = moment.hasOffset() ? moment.offset() : settings.offset();
        return Decimals.divided(BigDecimal.valueOf(minutes), MINUTES_OF_HOUR);
    }

    static @Nullable Object component(@Nullable Precision component, @Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        if (component == null || component == Precision.WEEK) {
            throw new OperatorException("a component from a date needs a precision other than week");
        }
        Temporal temporal = (Temporal) operand;
        return component.compareTo(temporal.precision()) > 0 ? null : (Integer) temporal.component(component);
    }

    static Object today(Settings settings) {
        return settings.now().date();
    }

    static @Nullable Object timeOfDay(Settings settings) {
        return settings.now().time();
    }
}
