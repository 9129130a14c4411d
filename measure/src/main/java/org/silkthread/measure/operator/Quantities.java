package org.silkthread.measure.operator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;

/** Arithmetic and comparison of quantities and ratios. */
final class Quantities {

    private Quantities() {}

    static @Nullable Quantity added(Quantity left, Quantity right) {
        if (left.unit().equals(right.unit())) {
            return quantity(left.value().add(right.value()), left.unit());
        }
        String unit = finer(left, right);
        BigDecimal a = Units.converted(left.value(), left.unit(), unit);
        BigDecimal b = Units.converted(right.value(), right.unit(), unit);
        return a == null || b == null ? null : quantity(a.add(b), unit);
    }

    /** The unit of the two in which a number is larger. */
    private static String finer(Quantity left, Quantity right) {
        BigDecimal one = Units.converted(BigDecimal.ONE, left.unit(), right.unit());
        return one == null || one.compareTo(BigDecimal.ONE) >= 0 ? right.unit() : left.unit();
    }

    static Quantity negated(Quantity operand) {
        return new Quantity(operand.value().negate(), operand.unit());
    }

    static @Nullable Quantity multiplied(Quantity left, Quantity right) {
        return quantity(left.value().multiply(right.value()), Units.product(left.unit(), right.unit()));
    }

    static @Nullable Quantity divided(Quantity left, Quantity right) {
        BigDecimal divisor = right.value();
        String unit = right.unit();
        if (!Units.canonical(left.unit()).equals(Units.canonical(unit))) {
            BigDecimal converted = Units.converted(divisor, unit, left.unit());
            if (converted != null) {
                divisor = converted;
                unit = left.unit();
            }
        }
        BigDecimal quotient = Decimals.divided(left.value(), divisor);
        return quotient == null ? null : new Quantity(quotient, Units.quotient(left.unit(), unit));
    }

    /** The right quantity's value in the unit of the left; null when there is no conversion. */
    static @Nullable BigDecimal alike(Quantity left, Quantity right) {
        return Units.converted(right.value(), right.unit(), left.unit());
    }

    static @Nullable Quantity quantity(@Nullable BigDecimal value, String unit) {
        BigDecimal limited = value == null ? null : Decimals.limited(value);
        return limited == null ? null : new Quantity(limited, unit);
    }

    static boolean equivalent(Quantity left, Quantity right) {
        BigDecimal other = Units.approximated(right.value(), right.unit(), left.unit());
        return other != null && Decimals.equivalent(left.value(), other);
    }

    static @Nullable Boolean equal(Quantity left, Quantity right) {
        int order = Units.compare(left, right);
        return order == Ordering.UNCERTAIN ? null : (Boolean) (order == 0);
    }

    static @Nullable Boolean equal(Ratio left, Ratio right) {
        return Logic.and(equal(left.numerator(), right.numerator()), equal(left.denominator(), right.denominator()));
    }

    static boolean equivalent(Ratio left, Ratio right) {
        Quantity a = multiplied(left.numerator(), right.denominator());
        Quantity b = multiplied(right.numerator(), left.denominator());
        return a != null && b != null && equivalent(a, b);
    }
}
