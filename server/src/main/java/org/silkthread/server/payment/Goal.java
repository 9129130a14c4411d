package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.silkthread.server.calendar.Period;

/**
 * One agreed goal of a contract: a line of its statement.
 *
 * @param number its number in the contract, from 1
 * @param title what was agreed, in words
 * @param indicator the id of the indicator that measures it
 * @param period the stretch of time that is measured
 * @param weight its share of the scheme's money in per cent, more than 0
 * @param outcomeRule what its results pay; empty when the contract only foresees payment for submission
 * @param dataDue the last day on which its data counts as sent on time; empty when being in the cut is enough
 */
public record Goal(
        int number,
        String title,
        String indicator,
        Period period,
        BigDecimal weight,
        Optional<PaymentRule.ForOutcome> outcomeRule,
        Optional<LocalDate> dataDue) {

    public Goal {
        if (number < 1 || title.isBlank()) {
            throw new IllegalArgumentException("A goal has a number from 1 and a title");
        }
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("Goal " + number + " needs a weight above 0");
        }
        weight = PaymentRule.plain(weight);
    }

    /** The weight as pages show it: 33.3%. */
    public String weightInWords() {
        return weight.toPlainString() + "%";
    }
}
