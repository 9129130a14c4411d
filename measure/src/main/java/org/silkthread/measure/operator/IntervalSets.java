package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Temporal;
import org.silkthread.measure.value.Time;

/** Collapse and Expand. */
final class IntervalSets {

    /** More pieces than this are taken for a mistake in the measure rather than for a result. */
    private static final int MOST_PIECES = 1_000_000;

    private IntervalSets() {}

    /** The fewest intervals that cover the same points, those closer than {@code per} joined; sorted by start. */
    static @Nullable Object collapse(Settings settings, @Nullable Object source, @Nullable Object per) {
        if (source == null) {
            return null;
        }
        List<Interval> sorted = new ArrayList<>();
        for (Object element : (List<?>) source) {
            if (element instanceof Interval interval
                    && (Bounds.low(interval) != null || Bounds.high(interval) != null)) {
                sorted.add(interval);
            }
        }
        sorted.sort((a, b) -> order(settings, a, b));
        List<Interval> result = new ArrayList<>();
        Interval current = null;
        for (Interval next : sorted) {
            if (current == null) {
                current = next;
            } else if (joined(settings, current, next, (Quantity) per)) {
                current = Bounds.closed(
                        Bounds.low(current),
                        Intervals.greater(settings, Bounds.end(current), Bounds.end(next)),
                        Bounds.type(current));
            } else {
                result.add(current);
                current = next;
            }
        }
        if (current != null) {
            result.add(current);
        }
        return result;
    }

    private static int order(Settings settings, Interval a, Interval b) {
        int order = Ordering.total(settings, Bounds.low(a), Bounds.low(b));
        return order != 0 ? order : Ordering.total(settings, Bounds.high(a), Bounds.high(b));
    }

    private static boolean joined(Settings settings, Interval left, Interval right, @Nullable Quantity per) {
        if (Boolean.TRUE.equals(Intervals.overlaps(settings, null, left, right))) {
            return true;
        }
        Object end = Bounds.high(left);
        Object start = Bounds.low(right);
        if (end == null || start == null) {
            return false;
        }
        if (per == null) {
            return Boolean.TRUE.equals(Comparison.lessOrEqual(settings, start, Steps.successor(end)));
        }
        Precision precision = end instanceof Temporal ? Units.precision(per.unit()) : null;
        Object reach = reach(settings, end, per, precision);
        return reach == null
                || Boolean.TRUE.equals(Comparison.lessOrEqual(settings, compared(precision), start, reach));
    }

    private static @Nullable Precision compared(@Nullable Precision precision) {
        return precision == Precision.WEEK ? Precision.DAY : precision;
    }

    /** The last point that still joins: the end and one {@code per}; null when that is beyond the last value. */
    private static @Nullable Object reach(Settings settings, Object end, Quantity per, @Nullable Precision precision) {
        if (end instanceof Temporal temporal) {
            return precision == null || temporal.precision().compareTo(precision) < 0
                    ? Steps.successor(end)
                    : Calendars.added(temporal, per, 1);
        }
        return end instanceof Quantity quantity
                ? Quantities.quantity(quantity.value().add(per.value()), quantity.unit())
                : Arithmetic.add(settings, end, per.value());
    }

    /** Pieces of size {@code per}: intervals of a list of intervals, starting points of a single interval. */
    static @Nullable Object expand(Settings settings, @Nullable Object source, @Nullable Object per) {
        if (source == null) {
            return null;
        }
        if (source instanceof Interval interval) {
            List<Interval> pieces = pieces(settings, interval, size(List.of(interval), (Quantity) per));
            List<@Nullable Object> points = new ArrayList<>(pieces.size());
            for (Interval piece : pieces) {
                points.add(piece.low());
            }
            return points;
        }
        List<?> list = (List<?>) source;
        Quantity size = size(list, (Quantity) per);
        Distinct result = new Distinct(settings, list.size());
        for (Object element : list) {
            if (element instanceof Interval interval) {
                pieces(settings, interval, size).forEach(result::add);
            }
        }
        return result.values();
    }

    /** The given size, or one unit of the coarsest precision of all bounds. */
    private static Quantity size(List<?> intervals, @Nullable Quantity per) {
        if (per != null) {
            return per;
        }
        Precision coarsest = Precision.MILLISECOND;
        boolean temporal = false;
        int scale = Decimals.SCALE;
        for (Object element : intervals) {
            if (element instanceof Interval interval) {
                for (Object bound : new @Nullable Object[] {interval.low(), interval.high()}) {
                    if (bound instanceof Temporal point) {
                        temporal = true;
                        coarsest = Ordering.coarser(coarsest, point.precision());
                    } else if (bound != null) {
                        scale = Math.min(scale, number(bound).scale());
                    }
                }
            }
        }
        return temporal
                ? new Quantity(BigDecimal.ONE, coarsest.name().toLowerCase(java.util.Locale.ROOT))
                : new Quantity(BigDecimal.ONE.movePointLeft(Math.max(0, scale)), Units.ONE);
    }

    private static BigDecimal number(Object bound) {
        return bound instanceof Quantity quantity ? quantity.value() : Decimals.of((Number) bound);
    }

    private static List<Interval> pieces(Settings settings, Interval interval, Quantity per) {
        Object low = Bounds.low(interval);
        Object high = Bounds.high(interval);
        if (low == null || high == null) {
            return List.of();
        }
        return low instanceof Temporal from
                ? pieces(settings, from, (Temporal) high, per)
                : numbers(interval, low, high, per);
    }

    private static List<Interval> pieces(Settings settings, Temporal from, Temporal to, Quantity per) {
        Precision unit = Units.precision(per.unit());
        if (unit == null) {
            throw new OperatorException("dates are not expanded per '" + per.unit() + "'");
        }
        Precision step = unit == Precision.WEEK ? Precision.DAY : unit;
        List<Interval> pieces = new ArrayList<>();
        if (step.compareTo(from.precision()) > 0
                || step.compareTo(to.precision()) > 0
                || per.value().signum() <= 0) {
            return pieces;
        }
        Temporal low = truncated(from, step);
        Temporal end = truncated(to, step);
        while (true) {
            Temporal next = Calendars.added(low, per, 1);
            Object high = next == null ? Limits.maximum(Bounds.type(low)) : Steps.predecessor(next);
            if (high == null || !Boolean.TRUE.equals(Comparison.lessOrEqual(settings, step, high, end))) {
                return pieces;
            }
            add(pieces, new Interval(low, true, high, true, Bounds.type(low)));
            if (next == null) {
                return pieces;
            }
            low = next;
        }
    }

    private static void add(List<Interval> pieces, Interval piece) {
        if (pieces.size() == MOST_PIECES) {
            throw new OperatorException("an interval expands to more than " + MOST_PIECES + " pieces");
        }
        pieces.add(piece);
    }

    private static Temporal truncated(Temporal point, Precision precision) {
        return switch (point) {
            case Date date -> date.truncated(precision);
            case DateTime moment -> moment.truncated(precision);
            case Time time -> time.truncated(precision);
        };
    }

    private static List<Interval> numbers(Interval interval, Object low, Object high, Quantity per) {
        BigDecimal size = per.value();
        List<Interval> pieces = new ArrayList<>();
        if (size.signum() <= 0) {
            return pieces;
        }
        int scale = Decimals.significantScale(size);
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        boolean whole = low instanceof Integer || low instanceof Long;
        BigDecimal from = number(low).setScale(scale, RoundingMode.FLOOR);
        BigDecimal to = number(high).setScale(scale, RoundingMode.FLOOR);
        if (whole) {
            to = to.add(BigDecimal.ONE).subtract(step);
        }
        for (BigDecimal at = from; at.add(size).subtract(step).compareTo(to) <= 0; at = at.add(size)) {
            BigDecimal end = at.add(size).subtract(step);
            add(pieces, new Interval(point(low, at, scale), true, point(low, end, scale), true, Bounds.type(interval)));
        }
        return pieces;
    }

    private static Object point(Object like, BigDecimal value, int scale) {
        return switch (like) {
            case Integer _ when scale == 0 -> (Integer) value.intValueExact();
            case Long _ when scale == 0 -> (Long) value.longValueExact();
            case Quantity quantity -> new Quantity(value, quantity.unit());
            default -> value;
        };
    }
}
