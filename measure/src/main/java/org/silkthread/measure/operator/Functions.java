package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Settings;

/** Rounding, powers and logarithms. Results carry eight decimal places; inner sums carry forty digits. */
final class Functions {

    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** Beyond it e to the power has more than 28 digits before the point, or nothing in eight places behind it. */
    private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(70);

    private static final int HALVINGS = 10;
    private static final int LARGEST_WHOLE_EXPONENT = 100_000;

    private Functions() {}

    static @Nullable Object ceiling(@Nullable Object operand) {
        return rounded(operand, RoundingMode.CEILING);
    }

    static @Nullable Object floor(@Nullable Object operand) {
        return rounded(operand, RoundingMode.FLOOR);
    }

    static @Nullable Object truncate(@Nullable Object operand) {
        return rounded(operand, RoundingMode.DOWN);
    }

    private static @Nullable Object rounded(@Nullable Object operand, RoundingMode mode) {
        return operand == null
                ? null
                : Decimals.integer(Decimals.of((Number) operand).setScale(0, mode));
    }

    /** Round: half away from zero. */
    static @Nullable Object round(@Nullable Object operand, @Nullable Object places) {
        if (operand == null) {
            return null;
        }
        int scale = places == null ? 0 : (Integer) places;
        BigDecimal rounded = Decimals.of((Number) operand).setScale(scale, RoundingMode.HALF_UP);
        return Decimals.limited(rounded.scale() < 1 ? rounded.setScale(1) : rounded);
    }

    /** The power of e; one that cannot be represented is an error, as {@link Steps#next} says why. */
    static @Nullable Object exp(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        BigDecimal power = exp(Decimals.of((Number) operand));
        if (power == null) {
            throw new OperatorException("e to the power of " + operand + " is too large");
        }
        return Decimals.tidy(power);
    }

    /** The natural logarithm: null of negative numbers; that of zero is an error, as {@link Steps#next} says why. */
    static @Nullable Object ln(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        BigDecimal number = Decimals.of((Number) operand);
        if (number.signum() == 0) {
            throw new OperatorException("zero has no logarithm");
        }
        BigDecimal logarithm = ln(number);
        return logarithm == null ? null : Decimals.tidy(logarithm);
    }

    static @Nullable Object log(Settings settings, @Nullable Object operand, @Nullable Object base) {
        if (operand == null || base == null) {
            return null;
        }
        BigDecimal dividend = ln(Decimals.of((Number) operand));
        BigDecimal divisor = ln(Decimals.of((Number) base));
        return dividend == null || divisor == null ? null : Decimals.divided(dividend, divisor);
    }

    static @Nullable Object power(Settings settings, @Nullable Object operand, @Nullable Object exponent) {
        if (operand == null || exponent == null) {
            return null;
        }
        BigDecimal base = Decimals.of((Number) operand);
        BigDecimal to = Decimals.of((Number) exponent);
        BigDecimal power = power(base, to);
        if (power == null) {
            return null;
        }
        boolean whole = !(operand instanceof BigDecimal) && !(exponent instanceof BigDecimal) && to.signum() >= 0;
        if (!whole) {
            return Decimals.tidy(power);
        }
        if (operand instanceof Long || exponent instanceof Long) {
            return Decimals.longInteger(power);
        }
        return Decimals.integer(power);
    }

    private static @Nullable BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean whole = exponent.stripTrailingZeros().scale() <= 0;
        if (base.signum() == 0) {
            return exponent.signum() > 0 ? BigDecimal.ZERO : exponent.signum() == 0 ? BigDecimal.ONE : null;
        }
        if (whole && exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_WHOLE_EXPONENT)) <= 0) {
            return base.pow(exponent.intValue(), new MathContext(60));
        }
        BigDecimal logarithm = ln(base);
        return logarithm == null ? null : exp(logarithm.multiply(exponent, DIGITS));
    }

    /** The power of e; null when it is too large to represent. */
    private static @Nullable BigDecimal exp(BigDecimal exponent) {
        if (exponent.abs().compareTo(LARGEST_EXPONENT) > 0) {
            return exponent.signum() < 0 ? BigDecimal.ZERO : null;
        }
        BigDecimal small = exponent.divide(TWO.pow(HALVINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0 && term.precision() - term.scale() > -DIGITS.getPrecision(); n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int n = 0; n < HALVINGS; n++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** The natural logarithm: that of floating point, made exact by two steps of Newton's method; null up to zero. */
    private static @Nullable BigDecimal ln(BigDecimal number) {
        if (number.signum() <= 0) {
            return null;
        }
        BigDecimal logarithm = new BigDecimal(Math.log(number.doubleValue()));
        for (int step = 0; step < 2; step++) {
            BigDecimal power = exp(logarithm);
            if (power == null) {
                return null;
            }
            logarithm = logarithm.add(number.divide(power, DIGITS).subtract(BigDecimal.ONE), DIGITS);
        }
        return logarithm;
    }
}
