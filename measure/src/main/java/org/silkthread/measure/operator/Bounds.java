package org.silkthread.measure.operator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Time;
import org.silkthread.measure.value.Uncertainty;

/**
 * Where intervals begin and end (CQL 1.5, Interval selector, Start and End). An open bound lies one step inside; a closed
 * null bound is the end of the point type; an open null bound is unknown within the other bound and that end.
 */
final class Bounds {

    private Bounds() {}

    static Interval of(Object operand) {
        if (operand instanceof Interval interval) {
            return interval;
        }
        throw OperatorException.undefined("An interval operator", operand);
    }

    /** The Start operator: null when unknown. */
    static @Nullable Object low(Interval interval) {
        Object low = interval.low();
        if (low != null) {
            return interval.lowClosed() ? low : Steps.successor(low);
        }
        return interval.lowClosed() ? least(interval) : null;
    }

    /** The End operator: null when unknown. */
    static @Nullable Object high(Interval interval) {
        Object high = interval.high();
        if (high != null) {
            return interval.highClosed() ? high : Steps.predecessor(high);
        }
        return interval.highClosed() ? greatest(interval) : null;
    }

    /** The starting point as comparisons take it: an {@link Uncertainty} when it is unknown; null when nothing is known. */
    static @Nullable Object start(Interval interval) {
        Object low = low(interval);
        if (low != null || interval.low() != null) {
            return low;
        }
        return range(least(interval), upper(interval));
    }

    /** The ending point as comparisons take it: an {@link Uncertainty} when it is unknown; null when nothing is known. */
    static @Nullable Object end(Interval interval) {
        Object high = high(interval);
        if (high != null || interval.high() != null) {
            return high;
        }
        return range(lower(interval), greatest(interval));
    }

    private static @Nullable Object upper(Interval interval) {
        Object high = high(interval);
        return high != null ? high : greatest(interval);
    }

    private static @Nullable Object lower(Interval interval) {
        Object low = low(interval);
        return low != null ? low : least(interval);
    }

    private static @Nullable Object least(Interval interval) {
        Object least = Limits.minimum(type(interval));
        return least instanceof Quantity one && interval.high() instanceof Quantity high
                ? new Quantity(one.value(), high.unit())
                : least;
    }

    private static @Nullable Object greatest(Interval interval) {
        Object greatest = Limits.maximum(type(interval));
        return greatest instanceof Quantity one && interval.low() instanceof Quantity low
                ? new Quantity(one.value(), low.unit())
                : greatest;
    }

    private static @Nullable Uncertainty range(@Nullable Object low, @Nullable Object high) {
        return low == null || high == null ? null : new Uncertainty(low, high);
    }

    /** The type of the points, from a bound or, where both are null, from the declaration. */
    static PointType type(Interval interval) {
        Object bound = interval.low() != null ? interval.low() : interval.high();
        return bound == null ? interval.pointType() : type(bound);
    }

    static PointType type(Object point) {
        return switch (point) {
            case Integer _ -> PointType.INTEGER;
            case Long _ -> PointType.LONG;
            case BigDecimal _ -> PointType.DECIMAL;
            case Quantity _ -> PointType.QUANTITY;
            case Date _ -> PointType.DATE;
            case DateTime _ -> PointType.DATE_TIME;
            case Time _ -> PointType.TIME;
            default -> PointType.ANY;
        };
    }

    /** An interval with both ends; a null end is unknown. */
    static Interval closed(@Nullable Object low, @Nullable Object high, PointType type) {
        return new Interval(low, low != null, high, high != null, type);
    }
}
