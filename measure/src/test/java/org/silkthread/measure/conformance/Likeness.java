package org.silkthread.measure.conformance;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.Uncertainty;

/**
 * Whether a result is what a test expects: the same type, the same value, and for dates and times the same precision.
 *
 * <p>Numbers may differ in trailing zeros. Where the suite writes a whole number without a point for a Decimal, its value
 * counts, and where it writes a Date for a DateTime of no hour, the date. Intervals are the same when they start and end the same, whichever way their bounds are closed; an uncertainty
 * is written as the interval of its range. Quantities are the same when they are equal in one unit.
 */
final class Likeness {

    private final Settings settings;

    Likeness(Settings settings) {
        this.settings = settings;
    }

    boolean same(@Nullable Object actual, @Nullable Object expected) {
        if (actual == null || expected == null) {
            return actual == expected;
        }
        return switch (actual) {
            case Uncertainty(Object low, Object high) ->
                same(new Interval(low, true, high, true, Interval.PointType.ANY), expected);
            case BigDecimal decimal -> number(expected) instanceof BigDecimal other && decimal.compareTo(other) == 0;
            case DateTime moment
            when expected instanceof Date date ->
                moment.precision() == date.precision() && moment.date().equals(date);
            case DateTime moment ->
                expected instanceof DateTime other
                        && moment.precision() == other.precision()
                        && moment.instant(settings.offset()) == other.instant(settings.offset());
            case Quantity quantity ->
                expected instanceof Quantity other
                        && Boolean.TRUE.equals(Operator.EQUAL.binary(null).apply(settings, quantity, other));
            case List<?> list -> expected instanceof List<?> other && same(list, other);
            case Tuple tuple ->
                expected instanceof Tuple other
                        && tuple.names().equals(other.names())
                        && same(java.util.Arrays.asList(tuple.values()), java.util.Arrays.asList(other.values()));
            case Interval interval ->
                expected instanceof Interval other
                        && same(bound(Operator.START, interval), bound(Operator.START, other))
                        && same(bound(Operator.END, interval), bound(Operator.END, other));
            default -> actual.equals(expected);
        };
    }

    private static Object number(Object expected) {
        return expected instanceof Integer whole ? BigDecimal.valueOf(whole) : expected;
    }

    private boolean same(List<?> actual, List<?> expected) {
        if (actual.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!same(actual.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object bound(Operator side, Interval interval) {
        return side.unary(null).apply(settings, interval);
    }
}
