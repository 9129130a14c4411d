package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * The national rules of the CQUIN scheme (Commissioning for Quality and Innovation) for one financial year.
 *
 * @param id the year's code with {@code cquin-} before it
 * @param year the financial year, such as 2010-11
 * @param contractPercentage how much of the contract's value the scheme is worth, in per cent
 * @param pays what earns the money in this year
 */
public record CquinScheme(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        String year,
        CitedNumber contractPercentage,
        CitedBasis pays)
        implements Content {

    /** What a year's payment looks at. */
    public enum Basis {
        /** The data came, on time: the first year's rule. */
        SUBMISSION,
        /** What the data shows: every later year's rule. */
        OUTCOME
    }

    /**
     * A number of the rules with its own source.
     *
     * @param assumption whether no paper that we hold states it; pages then say so beside it
     */
    public record CitedNumber(BigDecimal value, boolean assumption, String source) {}

    /**
     * The basis of payment with its own source.
     *
     * @param assumption whether no paper that we hold states it
     */
    public record CitedBasis(Basis basis, boolean assumption, String source) {}

    /** Checks that the entry is about the year it is filed under. */
    public CquinScheme {
        FinancialYear parsed = FinancialYear.parse(year);
        if (!id.equals(key(parsed))) {
            throw new IllegalArgumentException("The scheme of " + year + " has the id " + key(parsed) + ", not " + id);
        }
        BigDecimal percentage = contractPercentage.value();
        if (percentage.signum() <= 0 || percentage.compareTo(PaymentRule.HUNDRED) > 0) {
            throw new IllegalArgumentException(
                    "A scheme is worth more than 0 and at most 100 per cent of the contract");
        }
    }

    static String key(FinancialYear year) {
        return "cquin-" + year.code();
    }

    /** The year that these rules are for. */
    public FinancialYear financialYear() {
        return FinancialYear.parse(year);
    }

    /** Whether any number of these rules is our own assumption. */
    public boolean assumes() {
        return contractPercentage.assumption() || pays.assumption();
    }
}
