package org.silkthread.server.promises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * A public promise with a date and a test. It holds no status: that is computed.
 *
 * @param effectiveFrom the day on which it was made
 * @param fromTheReview whether one of the papers of the Next Stage Review makes it
 * @param promisedBy who made it
 * @param area where it holds: England or a region's name
 * @param due the last day on which it can be kept
 * @param promise what was promised, in our own words
 * @param figure the test, for a promise that an indicator measures
 * @param delivery the test, for a promise that dated records show to be kept; a promise has one test or the other
 */
public record Promise(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        boolean fromTheReview,
        String promisedBy,
        String area,
        LocalDate due,
        String promise,
        Optional<FigureTest> figure,
        Optional<DeliveryTest> delivery)
        implements Content {

    public Promise {
        if (figure.isPresent() == delivery.isPresent()) {
            throw new IllegalArgumentException(
                    "Promise " + id + " needs exactly one test: either 'figure' or 'delivery'");
        }
        if (due.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("Promise " + id + " is due before it was made");
        }
    }

    /** Which direction of a figure is better. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /**
     * Kept when an indicator's figure for the month of the due date reaches a threshold.
     *
     * @param organisation the code of the organisation or area; ENG for the country
     * @param threshold in the unit that the indicator is shown in
     */
    public record FigureTest(String indicator, String organisation, Better better, BigDecimal threshold) {

        /** Whether a value keeps the promise. */
        boolean isMetBy(BigDecimal value) {
            int side = value.compareTo(threshold);
            return better == Better.HIGHER ? side >= 0 : side <= 0;
        }
    }

    /**
     * Kept when a dated record shows it.
     *
     * @param keptWhen what a record must show, as a clause
     * @param target how much must be reached, for a promise of a number
     */
    public record DeliveryTest(String keptWhen, Optional<Target> target, List<Delivery> records) {

        public DeliveryTest {
            records = List.copyOf(records);
        }
    }

    /**
     * A promised number.
     *
     * @param of what is counted, in the plural
     */
    public record Target(BigDecimal amount, String of) {}

    /**
     * Something that happened, on a day that a source names.
     *
     * @param amount how much had been reached, for a promise of a number
     */
    public record Delivery(LocalDate date, String what, Optional<BigDecimal> amount, Citation citation) {}
}
