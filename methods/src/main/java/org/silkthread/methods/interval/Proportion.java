package org.silkthread.methods.interval;

import java.util.Optional;

/**
 * Some of a whole: patients seen in time out of patients seen.
 *
 * @param numerator x, from 0 to the denominator; need not be whole, for weighted counts
 * @param denominator n, above 0 and at most 2^53
 */
public record Proportion(double numerator, double denominator) {

    public Proportion {
        Wilson.requireProportion(numerator, denominator);
    }

    /**
     * The proportion, or nothing when nobody was in the denominator.
     *
     * @param numerator from 0 to the denominator
     * @param denominator from 0 to 2^53
     * @return nothing for 0 out of 0
     * @throws IllegalArgumentException when a number is out of range
     */
    public static Optional<Proportion> of(double numerator, double denominator) {
        return numerator == 0 && denominator == 0
                ? Optional.empty()
                : Optional.of(new Proportion(numerator, denominator));
    }

    /**
     * The share itself.
     *
     * @return from 0 to 1
     */
    public double value() {
        return numerator / denominator;
    }

    /**
     * Wilson's interval of the share.
     *
     * @param level how sure
     * @return limits within 0 and 1; use {@link Interval#times} for percentages
     */
    public Interval interval(ConfidenceLevel level) {
        return Wilson.interval(numerator, denominator, level);
    }

    /**
     * The formula behind {@link #interval}.
     *
     * @return always Wilson's
     */
    public IntervalMethod method() {
        return IntervalMethod.WILSON;
    }
}
