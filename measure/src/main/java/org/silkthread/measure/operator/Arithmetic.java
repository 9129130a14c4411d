package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Temporal;
import org.silkthread.measure.value.Uncertainty;

/** The arithmetic operators: null when an operand is null or the result cannot be represented. */
final class Arithmetic {

    private Arithmetic() {}

    static @Nullable Integer integer(long result) {
        return result == (int) result ? (Integer) (int) result : null;
    }

    static @Nullable Object add(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return integer((long) a + b);
        }
        if (left instanceof Temporal base && right instanceof Quantity duration) {
            return moved(base, duration, 1);
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            return Quantities.added(a, b);
        }
        if (left instanceof Uncertainty || right instanceof Uncertainty) {
            return range(add(settings, low(left), low(right)), add(settings, high(left), high(right)));
        }
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        }
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? null : (Long) sum;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Decimals.limited(Decimals.of(a).add(Decimals.of(b)));
        }
        throw OperatorException.undefined("Add", left, right);
    }

    /** A date beyond the calendar is an error, as {@link Steps#next} says why. */
    private static Temporal moved(Temporal base, Quantity duration, int sign) {
        Temporal moved = Calendars.added(base, duration, sign);
        if (moved == null) {
            throw new OperatorException(base + " cannot be moved by " + duration.value() + ' ' + duration.unit());
        }
        return moved;
    }

    static @Nullable Object subtract(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return integer((long) a - b);
        }
        if (left instanceof Temporal base && right instanceof Quantity duration) {
            return moved(base, duration, -1);
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            return Quantities.added(a, Quantities.negated(b));
        }
        if (left instanceof Uncertainty || right instanceof Uncertainty) {
            return range(subtract(settings, low(left), high(right)), subtract(settings, high(left), low(right)));
        }
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) < 0 ? null : (Long) difference;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Decimals.limited(Decimals.of(a).subtract(Decimals.of(b)));
        }
        throw OperatorException.undefined("Subtract", left, right);
    }

    static @Nullable Object multiply(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return integer((long) a * b);
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            return Quantities.multiplied(a, b);
        }
        if (left instanceof Uncertainty || right instanceof Uncertainty) {
            return product(settings, left, right);
        }
        if (left instanceof Long a && right instanceof Long b) {
            return Math.multiplyHigh(a, b) == (a * b) >> 63 ? (Long) (a * b) : null;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Decimals.limited(Decimals.of(a).multiply(Decimals.of(b)));
        }
        if (left instanceof Number a && right instanceof Quantity b) {
            return Quantities.quantity(Decimals.of(a).multiply(b.value()), b.unit());
        }
        if (left instanceof Quantity a && right instanceof Number b) {
            return Quantities.quantity(a.value().multiply(Decimals.of(b)), a.unit());
        }
        throw OperatorException.undefined("Multiply", left, right);
    }

    private static @Nullable Object product(Settings settings, Object left, Object right) {
        Object least = null;
        Object greatest = null;
        for (Object a : new Object[] {low(left), high(left)}) {
            for (Object b : new Object[] {low(right), high(right)}) {
                Object product = multiply(settings, a, b);
                if (product == null) {
                    return null;
                }
                least = least == null || Ordering.compare(settings, product, least) < 0 ? product : least;
                greatest = greatest == null || Ordering.compare(settings, product, greatest) > 0 ? product : greatest;
            }
        }
        return range(least, greatest);
    }

    static @Nullable Object divide(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Decimals.divided(Decimals.of(a), Decimals.of(b));
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            return Quantities.divided(a, b);
        }
        if (left instanceof Quantity a && right instanceof Number b) {
            return Quantities.quantity(Decimals.divided(a.value(), Decimals.of(b)), a.unit());
        }
        throw OperatorException.undefined("Divide", left, right);
    }

    static @Nullable Object truncatedDivide(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return b == 0 ? null : integer((long) a / b);
        }
        if (left instanceof Long a && right instanceof Long b) {
            return b == 0 || (a == Long.MIN_VALUE && b == -1) ? null : (Long) (a / b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return truncatedQuotient(Decimals.of(a), Decimals.of(b));
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            BigDecimal divisor = Quantities.alike(a, b);
            return divisor == null ? null : Quantities.quantity(truncatedQuotient(a.value(), divisor), a.unit());
        }
        throw OperatorException.undefined("TruncatedDivide", left, right);
    }

    private static @Nullable BigDecimal truncatedQuotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0
                ? null
                : Decimals.limited(
                        dividend.divide(divisor, 0, RoundingMode.DOWN).setScale(1));
    }

    static @Nullable Object modulo(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return b == 0 ? null : integer((long) a % b);
        }
        if (left instanceof Long a && right instanceof Long b) {
            return b == 0 ? null : (Long) (a % b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return remainder(Decimals.of(a), Decimals.of(b));
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            BigDecimal divisor = Quantities.alike(a, b);
            return divisor == null ? null : Quantities.quantity(remainder(a.value(), divisor), a.unit());
        }
        throw OperatorException.undefined("Modulo", left, right);
    }

    private static @Nullable BigDecimal remainder(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : Decimals.limited(dividend.remainder(divisor));
    }

    static @Nullable Object negate(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Integer number -> integer(-(long) number);
            case Long number -> number == Long.MIN_VALUE ? null : (Long) (-number);
            case BigDecimal number -> number.negate();
            case Quantity quantity -> Quantities.negated(quantity);
            case Uncertainty range -> range(negate(range.high()), negate(range.low()));
            default -> throw OperatorException.undefined("Negate", operand);
        };
    }

    static @Nullable Object abs(@Nullable Object operand) {
        return switch (operand) {
            case null -> null;
            case Integer number -> number < 0 ? negate(number) : number;
            case Long number -> number < 0 ? negate(number) : number;
            case BigDecimal number -> number.abs();
            case Quantity quantity -> quantity.value().signum() < 0 ? Quantities.negated(quantity) : quantity;
            default -> throw OperatorException.undefined("Abs", operand);
        };
    }

    private static Object low(Object operand) {
        return operand instanceof Uncertainty range ? range.low() : operand;
    }

    private static Object high(Object operand) {
        return operand instanceof Uncertainty range ? range.high() : operand;
    }

    private static @Nullable Object range(@Nullable Object low, @Nullable Object high) {
        if (low == null || high == null) {
            return null;
        }
        return low.equals(high) ? low : new Uncertainty(low, high);
    }
}
