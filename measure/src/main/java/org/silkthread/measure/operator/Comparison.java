package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Uncertainty;

/** Less, greater and same, in three values: null when an operand is null or the order is uncertain. */
final class Comparison {

    private Comparison() {}

    static @Nullable Boolean less(Settings settings, @Nullable Object left, @Nullable Object right) {
        return less(settings, null, left, right);
    }

    static @Nullable Boolean lessOrEqual(Settings settings, @Nullable Object left, @Nullable Object right) {
        return lessOrEqual(settings, null, left, right);
    }

    static @Nullable Boolean greater(Settings settings, @Nullable Object left, @Nullable Object right) {
        return less(settings, null, /* left= */ right, /* right= */ left);
    }

    static @Nullable Boolean greaterOrEqual(Settings settings, @Nullable Object left, @Nullable Object right) {
        return lessOrEqual(settings, null, /* left= */ right, /* right= */ left);
    }

    static @Nullable Boolean less(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Uncertainty || right instanceof Uncertainty) {
            return Boolean.TRUE.equals(less(settings, precision, high(left), low(right)))
                    ? Boolean.TRUE
                    : Boolean.TRUE.equals(lessOrEqual(settings, precision, high(right), low(left)))
                            ? Boolean.FALSE
                            : null;
        }
        int order = order(settings, precision, left, right);
        return order == Ordering.UNCERTAIN ? null : (Boolean) (order < 0);
    }

    static @Nullable Boolean lessOrEqual(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Uncertainty || right instanceof Uncertainty) {
            return Boolean.TRUE.equals(lessOrEqual(settings, precision, high(left), low(right)))
                    ? Boolean.TRUE
                    : Boolean.TRUE.equals(less(settings, precision, high(right), low(left))) ? Boolean.FALSE : null;
        }
        int order = order(settings, precision, left, right);
        return order == Ordering.UNCERTAIN ? null : (Boolean) (order <= 0);
    }

    /** Whether two values of an ordered type are the same at a precision; at their own when none is given. */
    static @Nullable Boolean same(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Uncertainty || right instanceof Uncertainty) {
            if (Boolean.TRUE.equals(less(settings, precision, left, right))
                    || Boolean.TRUE.equals(less(settings, precision, right, left))) {
                return Boolean.FALSE;
            }
            boolean point = Boolean.TRUE.equals(same(settings, precision, low(left), high(left)))
                    && Boolean.TRUE.equals(same(settings, precision, low(right), high(right)));
            return point ? same(settings, precision, low(left), low(right)) : null;
        }
        int order = order(settings, precision, left, right);
        return order == Ordering.UNCERTAIN ? null : (Boolean) (order == 0);
    }

    private static int order(Settings settings, @Nullable Precision precision, Object left, Object right) {
        return precision == null
                ? Ordering.compare(settings, left, right)
                : Ordering.compare(settings, precision, left, right);
    }

    private static Object low(Object value) {
        return value instanceof Uncertainty range ? range.low() : value;
    }

    private static Object high(Object value) {
        return value instanceof Uncertainty range ? range.high() : value;
    }

    /** Before: the end of the left lies before the start of the right; points count as intervals of themselves. */
    static @Nullable Object before(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        return less(settings, precision, end(left), start(right));
    }

    static @Nullable Object after(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        return less(settings, precision, end(right), start(left));
    }

    static @Nullable Object sameOrBefore(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        return lessOrEqual(settings, precision, end(left), start(right));
    }

    static @Nullable Object sameOrAfter(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        return lessOrEqual(settings, precision, end(right), start(left));
    }

    /** SameAs: points are the same, or intervals start and end the same. */
    static @Nullable Object sameAs(
            Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Interval || right instanceof Interval) {
            return Logic.and(
                    same(settings, precision, start(left), start(right)),
                    same(settings, precision, end(left), end(right)));
        }
        return same(settings, precision, left, right);
    }

    private static @Nullable Object start(@Nullable Object value) {
        return value instanceof Interval interval ? Bounds.start(interval) : value;
    }

    private static @Nullable Object end(@Nullable Object value) {
        return value instanceof Interval interval ? Bounds.end(interval) : value;
    }
}
