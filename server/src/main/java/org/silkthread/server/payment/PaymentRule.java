package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a goal turns into a share of its money. Marks are in the unit that the indicator is shown in: 90 for 90%, or 12.5
 * for 12.5 cases per 100,000 bed days.
 */
public sealed interface PaymentRule {

    /** The rule as one plain sentence without a full stop, for the measure's unit such as "%". */
    String inWords(String unit);

    /** The rule as {@link PaymentRules#parse} reads it. */
    String code();

    /** Pays everything when the figure was in the cut and on time, whatever it shows. */
    record ForSubmission() implements PaymentRule {
        @Override
        public String inWords(String unit) {
            return "pays in full for sending the data on time, whatever the data shows";
        }

        @Override
        public String code() {
            return "submission";
        }
    }

    /** A rule that looks at what was achieved. Better values never pay less. */
    sealed interface ForOutcome extends PaymentRule {

        /** The share of the line's money that this value earns, from 0 to 1. */
        Fraction earned(Fraction value);

        /** Which direction the rule rewards. */
        Better better();
    }

    /** Pays everything at the threshold or beyond, otherwise nothing. */
    record AllOrNothing(Better better, BigDecimal threshold) implements ForOutcome {

        public AllOrNothing {
            threshold = plain(threshold);
        }

        @Override
        public Fraction earned(Fraction value) {
            return better.reaches(value, Fraction.of(threshold)) ? Fraction.ONE : Fraction.ZERO;
        }

        @Override
        public String inWords(String unit) {
            return "pays in full at " + shown(threshold, unit) + " " + better.orBeyond() + ", otherwise nothing";
        }

        @Override
        public String code() {
            return "all or nothing at " + threshold.toPlainString();
        }
    }

    /**
     * One step of a table.
     *
     * @param at the mark to reach
     * @param percentPaid the share of the line's money paid from there, 0 to 100
     */
    record Step(BigDecimal at, BigDecimal percentPaid) {
        public Step {
            at = plain(at);
            percentPaid = plain(percentPaid);
        }
    }

    /** Pays by a table: the best step that was reached. Before the first step nothing is paid. */
    record Steps(Better better, List<Step> steps) implements ForOutcome {

        /** @throws IllegalArgumentException when a better step pays no more, or a share is outside 0 to 100 */
        public Steps {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("A table of steps needs at least one step");
            }
            for (Step step : steps) {
                if (step.percentPaid().signum() < 0 || step.percentPaid().compareTo(HUNDRED) > 0) {
                    throw new IllegalArgumentException("A step pays from 0 to 100 per cent, not "
                            + step.percentPaid().toPlainString());
                }
            }
            for (int i = 1; i < steps.size(); i++) {
                boolean further =
                        steps.get(i).at().compareTo(steps.get(i - 1).at()) * (better == Better.HIGHER ? 1 : -1) > 0;
                boolean more =
                        steps.get(i).percentPaid().compareTo(steps.get(i - 1).percentPaid()) > 0;
                if (!further || !more) {
                    throw new IllegalArgumentException(
                            "Each step must be better than the one before it and pay more: see step " + (i + 1));
                }
            }
        }

        @Override
        public Fraction earned(Fraction value) {
            Fraction earned = Fraction.ZERO;
            for (Step step : steps) {
                if (better.reaches(value, Fraction.of(step.at()))) {
                    earned = Fraction.of(step.percentPaid()).dividedBy(Fraction.of(HUNDRED));
                }
            }
            return earned;
        }

        @Override
        public String inWords(String unit) {
            return steps.stream()
                    .map(step -> "pays " + step.percentPaid().toPlainString() + "% of the line at "
                            + shown(step.at(), unit) + " " + better.orBeyond())
                    .collect(Collectors.joining("; ", "", "; otherwise nothing"));
        }

        @Override
        public String code() {
            return steps.stream()
                    .map(step -> step.at().toPlainString() + " pays "
                            + step.percentPaid().toPlainString())
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * Pays in proportion between two marks. Where full payment lies below the start, lower is better.
     *
     * @param nothingAt pays nothing here and on the worse side of it
     * @param allAt pays everything here and on the better side of it
     */
    record Linear(BigDecimal nothingAt, BigDecimal allAt) implements ForOutcome {

        /** @throws IllegalArgumentException when both marks are equal */
        public Linear {
            nothingAt = plain(nothingAt);
            allAt = plain(allAt);
            if (nothingAt.compareTo(allAt) == 0) {
                throw new IllegalArgumentException(
                        "A linear rule needs two different marks, not " + nothingAt.toPlainString() + " twice");
            }
        }

        @Override
        public Better better() {
            return allAt.compareTo(nothingAt) > 0 ? Better.HIGHER : Better.LOWER;
        }

        @Override
        public Fraction earned(Fraction value) {
            Fraction start = Fraction.of(nothingAt);
            return value.minus(start).dividedBy(Fraction.of(allAt).minus(start)).within(Fraction.ZERO, Fraction.ONE);
        }

        @Override
        public String inWords(String unit) {
            return "pays nothing at " + shown(nothingAt, unit) + ", everything at " + shown(allAt, unit) + " "
                    + better().orBeyond() + ", and in proportion between the two";
        }

        @Override
        public String code() {
            return "linear " + nothingAt.toPlainString() + " to " + allAt.toPlainString();
        }
    }

    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One form for one number, so that 90, 90.0 and 9E+1 are equal. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String shown(BigDecimal mark, String unit) {
        return mark.toPlainString() + (unit.equals("%") || unit.isEmpty() ? unit : " " + unit);
    }
}
