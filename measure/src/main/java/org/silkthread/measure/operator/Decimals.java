package org.silkthread.measure.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Decimals of CQL: eight decimal places at most. The specification asks for at least 28 digits; 32 are kept before the
 * point, so that sums and products of the largest literals are numbers. What is larger cannot be represented, and is
 * null.
 */
final class Decimals {

    static final int SCALE = 8;
    static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(SCALE);
    private static final int LARGEST_INTEGER_DIGITS = 32;

    private Decimals() {}

    static BigDecimal of(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    /** A result as a Decimal: rounded to eight places; null when it is too large. */
    static @Nullable BigDecimal limited(BigDecimal result) {
        BigDecimal rounded = result.scale() > SCALE ? result.setScale(SCALE, RoundingMode.HALF_UP) : result;
        return rounded.precision() - rounded.scale() > LARGEST_INTEGER_DIGITS && rounded.signum() != 0 ? null : rounded;
    }

    /** As {@link #limited}, written with no more zeros than one after the point. */
    static @Nullable BigDecimal tidy(BigDecimal result) {
        BigDecimal limited = limited(result);
        return limited == null ? null : stripped(limited);
    }

    static BigDecimal stripped(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
    }

    /** The quotient to eight places; null when the divisor is zero or the quotient too large. */
    static @Nullable BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : tidy(dividend.divide(divisor, SCALE, RoundingMode.HALF_UP));
    }

    /** The Integer of a whole number; null when it is out of range. */
    static @Nullable Integer integer(BigDecimal whole) {
        return whole.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) < 0
                        || whole.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? null
                : (Integer) whole.intValue();
    }

    /** The Long of a whole number; null when it is out of range. */
    static @Nullable Long longInteger(BigDecimal whole) {
        return whole.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) < 0
                        || whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? null
                : (Long) whole.longValue();
    }

    /** The number of decimal places without trailing zeros. */
    static int significantScale(BigDecimal decimal) {
        return Math.max(0, decimal.stripTrailingZeros().scale());
    }

    static boolean equivalent(BigDecimal left, BigDecimal right) {
        int scale = Math.min(significantScale(left), significantScale(right));
        return left.setScale(scale, RoundingMode.HALF_UP).compareTo(right.setScale(scale, RoundingMode.HALF_UP)) == 0;
    }
}
