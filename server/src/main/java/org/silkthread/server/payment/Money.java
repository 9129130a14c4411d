package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * An amount in pounds sterling, whole pence.
 *
 * @param pence may be negative in an adjustment
 */
public record Money(long pence) implements Comparable<Money> {

    public static final Money NOTHING = new Money(0);

    /** @throws ArithmeticException when the amount has a part of a penny */
    public static Money pounds(BigDecimal pounds) {
        return new Money(pounds.movePointRight(2).longValueExact());
    }

    static Money pence(BigInteger pence) {
        return new Money(pence.longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(pence, other.pence));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(pence, other.pence));
    }

    /** The amount as a decimal number of pounds with two places. */
    public BigDecimal pounds() {
        return BigDecimal.valueOf(pence, 2);
    }

    Fraction exactPence() {
        return Fraction.of(pence);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** The amount as a person reads it, such as £12,340.00 or minus £5.10. */
    @Override
    public String toString() {
        String amount = String.format(Locale.UK, "£%,.2f", pounds().abs());
        return pence < 0 ? "minus " + amount : amount;
    }
}
