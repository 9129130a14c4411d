package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.silkthread.server.disclosure.Undisclosed;

/** What a cut holds for one goal, exact and before any disclosure control. */
public sealed interface Evidence {

    /**
     * The cut holds the counts of the whole period.
     *
     * @param numerator what was counted
     * @param denominator out of how many; above 0
     * @param received the day on which the last of the data came
     */
    record Counted(BigDecimal numerator, BigDecimal denominator, LocalDate received) implements Evidence, Undisclosed {
        public Counted {
            numerator = PaymentRule.plain(numerator);
            denominator = PaymentRule.plain(denominator);
            if (denominator.signum() <= 0) {
                throw new IllegalArgumentException("A result needs something to be a share of");
            }
        }

        /**
         * The result in the unit that the indicator is shown in.
         *
         * @param multiplier 100 for per cent, 100,000 for a rate per 100,000
         */
        public Fraction value(BigDecimal multiplier) {
            return Fraction.of(numerator).times(Fraction.of(multiplier)).dividedBy(Fraction.of(denominator));
        }
    }

    /**
     * The cut holds no result for the whole period.
     *
     * @param why as the end of a sentence, such as 'the cut holds 11 of 12 months'
     */
    record Missing(String why) implements Evidence {}
}
