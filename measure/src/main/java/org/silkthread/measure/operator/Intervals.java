package org.silkthread.measure.operator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Temporal;
import org.silkthread.measure.value.Uncertainty;

/** The relations of two intervals, and of a point and an interval. Neither operand is null. */
final class Intervals {

    private Intervals() {}

    /** Contains: open bounds are compared exclusively, a closed null bound contains everything on its side. */
    static @Nullable Boolean contains(
            Settings settings, @Nullable Precision precision, Interval interval, Object point) {
        return Logic.and(
                aboveLow(settings, precision, interval, point), belowHigh(settings, precision, interval, point));
    }

    private static @Nullable Boolean aboveLow(
            Settings settings, @Nullable Precision precision, Interval interval, Object point) {
        Object low = interval.low();
        if (low == null) {
            return interval.lowClosed()
                    ? Boolean.TRUE
                    : Comparison.lessOrEqual(settings, precision, Bounds.start(interval), point);
        }
        return interval.lowClosed()
                ? Comparison.lessOrEqual(settings, precision, low, point)
                : Comparison.less(settings, precision, low, point);
    }

    private static @Nullable Boolean belowHigh(
            Settings settings, @Nullable Precision precision, Interval interval, Object point) {
        Object high = interval.high();
        if (high == null) {
            return interval.highClosed()
                    ? Boolean.TRUE
                    : Comparison.lessOrEqual(settings, precision, point, Bounds.end(interval));
        }
        return interval.highClosed()
                ? Comparison.lessOrEqual(settings, precision, point, high)
                : Comparison.less(settings, precision, point, high);
    }

    static @Nullable Boolean properlyContains(
            Settings settings, @Nullable Precision precision, Interval interval, Object point) {
        return Logic.and(
                Comparison.less(settings, precision, Bounds.start(interval), point),
                Comparison.less(settings, precision, point, Bounds.end(interval)));
    }

    static @Nullable Boolean includes(
            Settings settings, @Nullable Precision precision, Interval outer, Interval inner) {
        Boolean low = Comparison.lessOrEqual(settings, precision, Bounds.start(outer), Bounds.start(inner));
        return Boolean.FALSE.equals(low)
                ? low
                : Logic.and(low, Comparison.lessOrEqual(settings, precision, Bounds.end(inner), Bounds.end(outer)));
    }

    static @Nullable Boolean properlyIncludes(
            Settings settings, @Nullable Precision precision, Interval outer, Interval inner) {
        Object outerLow = Bounds.start(outer);
        Object outerHigh = Bounds.end(outer);
        Object innerLow = Bounds.start(inner);
        Object innerHigh = Bounds.end(inner);
        Boolean included = Logic.and(
                Comparison.lessOrEqual(settings, precision, outerLow, innerLow),
                Comparison.lessOrEqual(settings, precision, innerHigh, outerHigh));
        Boolean larger = Logic.or(
                Comparison.less(settings, precision, outerLow, innerLow),
                Comparison.less(settings, precision, innerHigh, outerHigh));
        return Logic.and(included, larger);
    }

    static @Nullable Boolean overlaps(Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        Boolean begun = Comparison.lessOrEqual(settings, precision, Bounds.start(left), Bounds.end(right));
        return Boolean.FALSE.equals(begun)
                ? begun
                : Logic.and(begun, Comparison.lessOrEqual(settings, precision, Bounds.start(right), Bounds.end(left)));
    }

    static @Nullable Boolean overlapsBefore(
            Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        Object start = Bounds.start(right);
        return Logic.and(
                Comparison.less(settings, precision, Bounds.start(left), start),
                Comparison.lessOrEqual(settings, precision, start, Bounds.end(left)));
    }

    static @Nullable Boolean overlapsAfter(
            Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        Object end = Bounds.end(right);
        return Logic.and(
                Comparison.less(settings, precision, end, Bounds.end(left)),
                Comparison.lessOrEqual(settings, precision, Bounds.start(left), end));
    }

    static @Nullable Boolean meets(Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        return Logic.or(meetsBefore(settings, precision, left, right), meetsAfter(settings, precision, left, right));
    }

    static @Nullable Boolean meetsBefore(
            Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        return Comparison.same(settings, precision, Bounds.end(left), stepped(Bounds.start(right), precision, -1));
    }

    static @Nullable Boolean meetsAfter(
            Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        return Comparison.same(settings, precision, Bounds.start(left), stepped(Bounds.end(right), precision, 1));
    }

    /** The neighbour of a point: one step of its own precision, or one unit of the given. */
    private static @Nullable Object stepped(@Nullable Object point, @Nullable Precision precision, int direction) {
        if (point instanceof Uncertainty range) {
            Object low = stepped(range.low(), precision, direction);
            Object high = stepped(range.high(), precision, direction);
            return new Uncertainty(low == null ? range.low() : low, high == null ? range.high() : high);
        }
        if (precision == null || !(point instanceof Temporal temporal) || coarser(temporal, precision)) {
            return direction > 0 ? Steps.successor(point) : Steps.predecessor(point);
        }
        return Calendars.added(temporal, direction, precision);
    }

    private static boolean coarser(Temporal temporal, Precision precision) {
        return temporal.precision().compareTo(precision) < 0;
    }

    static @Nullable Boolean starts(Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        return Logic.and(
                Comparison.same(settings, precision, Bounds.start(left), Bounds.start(right)),
                Comparison.lessOrEqual(settings, precision, Bounds.end(left), Bounds.end(right)));
    }

    static @Nullable Boolean ends(Settings settings, @Nullable Precision precision, Interval left, Interval right) {
        return Logic.and(
                Comparison.same(settings, precision, Bounds.end(left), Bounds.end(right)),
                Comparison.lessOrEqual(settings, precision, Bounds.start(right), Bounds.start(left)));
    }

    static @Nullable Interval union(Settings settings, Interval left, Interval right) {
        Boolean joined = Logic.or(overlaps(settings, null, left, right), meets(settings, null, left, right));
        if (!Boolean.TRUE.equals(joined)) {
            return null;
        }
        return Bounds.closed(
                lesser(settings, Bounds.start(left), Bounds.start(right)),
                greater(settings, Bounds.end(left), Bounds.end(right)),
                Bounds.type(left));
    }

    static @Nullable Interval intersect(Settings settings, Interval left, Interval right) {
        if (!Boolean.TRUE.equals(overlaps(settings, null, left, right))) {
            return null;
        }
        return Bounds.closed(
                greater(settings, Bounds.start(left), Bounds.start(right)),
                lesser(settings, Bounds.end(left), Bounds.end(right)),
                Bounds.type(left));
    }

    /** What of the left lies outside the right; null when that is nothing, two pieces, or not certain. */
    static @Nullable Interval except(Settings settings, Interval left, Interval right) {
        Boolean overlapping = overlaps(settings, null, left, right);
        if (!Boolean.TRUE.equals(overlapping)) {
            return overlapping == null ? null : left;
        }
        Object start = Bounds.start(left);
        Object end = Bounds.end(left);
        Boolean startsEarlier = Comparison.less(settings, start, Bounds.start(right));
        Boolean endsLater = Comparison.less(settings, Bounds.end(right), end);
        if (startsEarlier == null || endsLater == null || startsEarlier.equals(endsLater)) {
            return null;
        }
        return startsEarlier
                ? Bounds.closed(known(start), Steps.predecessor(Bounds.low(right)), Bounds.type(left))
                : Bounds.closed(Steps.successor(Bounds.high(right)), known(end), Bounds.type(left));
    }

    private static @Nullable Object known(@Nullable Object bound) {
        return bound instanceof Uncertainty ? null : bound;
    }

    /** The lesser of two bounds; null, which is unknown, when that is uncertain. */
    static @Nullable Object lesser(Settings settings, @Nullable Object left, @Nullable Object right) {
        Boolean order = Comparison.lessOrEqual(settings, left, right);
        return order == null ? null : known(order ? left : right);
    }

    /** The greater of two bounds; null, which is unknown, when that is uncertain. */
    static @Nullable Object greater(Settings settings, @Nullable Object left, @Nullable Object right) {
        Boolean order = Comparison.lessOrEqual(settings, left, right);
        return order == null ? null : known(order ? right : left);
    }

    static @Nullable Object width(Settings settings, @Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        Interval interval = (Interval) operand;
        Object low = Bounds.low(interval);
        Object high = Bounds.high(interval);
        if (low instanceof Temporal || high instanceof Temporal) {
            throw new OperatorException("the width of an interval of dates or times is not defined");
        }
        return Arithmetic.subtract(settings, high, low);
    }

    static @Nullable Object size(Settings settings, @Nullable Object operand) {
        Object width = width(settings, operand);
        return switch (width) {
            case null -> null;
            case Integer _, Long _ -> Steps.successor(width);
            case BigDecimal number -> Decimals.limited(number.add(Decimals.STEP));
            case Quantity quantity -> Quantities.quantity(quantity.value().add(Decimals.STEP), quantity.unit());
            default -> throw OperatorException.undefined("Size", width);
        };
    }

    static @Nullable Object pointFrom(Settings settings, @Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        Object low = Bounds.low((Interval) operand);
        Boolean unit = Comparison.same(settings, null, low, Bounds.high((Interval) operand));
        if (unit == null) {
            return null;
        }
        if (!unit) {
            throw new OperatorException("an interval of more than one point has no single point");
        }
        return low;
    }
}
