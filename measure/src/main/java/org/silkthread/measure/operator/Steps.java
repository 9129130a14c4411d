package org.silkthread.measure.operator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Time;

/** Successor and predecessor: the next value of a type in steps of its precision. */
final class Steps {

    private Steps() {}

    /**
     * The Successor operator. Beyond the last value it is an error: the specification says null, but the conformance tests
     * and other engines let such a mistake be seen. Where errors are noted the value is null then, as specified. Bounds of
     * intervals are not touched by that; they use {@link #successor}.
     */
    static @Nullable Object next(@Nullable Object operand) {
        return certain(operand, successor(operand));
    }

    /** The Predecessor operator; before the first value it is an error. */
    static @Nullable Object previous(@Nullable Object operand) {
        return certain(operand, predecessor(operand));
    }

    private static @Nullable Object certain(@Nullable Object operand, @Nullable Object result) {
        if (result == null && operand != null) {
            throw new OperatorException("no value of the type lies beyond " + operand);
        }
        return result;
    }

    /** The next value; null beyond the last. */
    static @Nullable Object successor(@Nullable Object operand) {
        return operand == null ? null : stepped(operand, 1);
    }

    /** The value before; null before the first. */
    static @Nullable Object predecessor(@Nullable Object operand) {
        return operand == null ? null : stepped(operand, -1);
    }

    private static @Nullable Object stepped(Object operand, int direction) {
        return switch (operand) {
            case Integer number -> Arithmetic.integer((long) number + direction);
            case Long number ->
                direction > 0
                        ? number == Long.MAX_VALUE ? null : number + 1
                        : number == Long.MIN_VALUE ? null : (Long) (number - 1);
            case BigDecimal number -> stepped(number, direction);
            case Quantity quantity -> {
                BigDecimal value = stepped(quantity.value(), direction);
                yield value == null ? null : new Quantity(value, quantity.unit());
            }
            case Date date -> Calendars.added(date, direction, date.precision());
            case DateTime moment -> Calendars.added(moment, direction, moment.precision());
            case Time time -> Calendars.added(time, direction, time.precision());
            default -> throw OperatorException.undefined("Successor", operand);
        };
    }

    private static @Nullable BigDecimal stepped(BigDecimal number, int direction) {
        BigDecimal result = direction > 0 ? number.add(Decimals.STEP) : number.subtract(Decimals.STEP);
        return result.abs().compareTo(Limits.LARGEST_DECIMAL) > 0 ? null : result;
    }
}
