package org.silkthread.methods.funnel;

import java.util.Optional;
import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.silkthread.methods.interval.Byar;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.ExactPoisson;

/**
 * Ratios and rates in the convention of the public health profiles of England (Fingertips): a unit is beyond a limit when
 * the interval of its own count does not reach what was expected of it.
 *
 * <p>Source: Public Health England, "Technical guide: funnel plots"; the R package PHEindicatormethods.
 */
public final class FingertipsPoisson {

    /** Below this many events the interval is exact, from it on Byar's. */
    private static final double EXACT_BELOW = 10;

    /** A directly standardised rate of fewer events is not judged. */
    private static final double FEWEST_FOR_STANDARDISED = 10;

    private static final double FINEST_STEP = 1e-7;
    private static final double BROKEN_OFF = 1e-10;
    private static final double RESCALED = 1e30;

    /** Beyond so many events the sum would take long, and nothing that is drawn shows its tenth figure. */
    private static final double MOST_SUMMED = 20_000;

    private FingertipsPoisson() {}

    /**
     * The significance of a count against what was expected.
     *
     * @param observed events, not negative
     * @param expected events, above 0: from a standard, or exposure times the common rate
     * @return where the count lies
     */
    public static FunnelPosition position(double observed, double expected) {
        if (!(expected > 0)) {
            throw new IllegalArgumentException("What is expected is above zero, not " + expected);
        }
        if (expected < lower(observed, ConfidenceLevel.P99_8)) {
            return FunnelPosition.ABOVE_99_8;
        }
        if (expected < lower(observed, ConfidenceLevel.P95)) {
            return FunnelPosition.ABOVE_95;
        }
        if (expected > upper(observed, ConfidenceLevel.P99_8)) {
            return FunnelPosition.BELOW_99_8;
        }
        return expected > upper(observed, ConfidenceLevel.P95) ? FunnelPosition.BELOW_95 : FunnelPosition.WITHIN;
    }

    /**
     * The significance of a directly standardised rate.
     *
     * @param observed events
     * @param expected events at the common rate, above 0
     * @return nothing below 10 events, where such a rate is not judged
     */
    public static Optional<FunnelPosition> standardisedPosition(double observed, double expected) {
        return observed < FEWEST_FOR_STANDARDISED ? Optional.empty() : Optional.of(position(observed, expected));
    }

    private static double lower(double observed, ConfidenceLevel level) {
        return observed < EXACT_BELOW
                ? ExactPoisson.interval(observed, level).lower()
                : Byar.lower(observed, level).orElse(0);
    }

    private static double upper(double observed, ConfidenceLevel level) {
        return observed < EXACT_BELOW ? ExactPoisson.interval(observed, level).upper() : Byar.upper(observed, level);
    }

    /**
     * The expectation at which so many events or more have the given probability: the published tables find it by halving
     * v in λ = (1 + events) v/(1 - v) until a step is below 1e-7, and so does this, because their last figures show it.
     *
     * @param events whole, at least 1
     * @param tail the probability
     * @return λ, below the events
     */
    static double expectedBelow(double events, double tail) {
        return halve(events, lambda -> atLeast(events, lambda) > tail);
    }

    /**
     * The expectation at which so many events or fewer have the given probability.
     *
     * @param events whole, at least 0
     * @param tail the probability
     * @return λ, above the events
     */
    static double expectedAbove(double events, double tail) {
        return halve(events, lambda -> atMost(events, lambda) < tail);
    }

    private static double atLeast(double events, double lambda) {
        return events > MOST_SUMMED
                ? RegularizedGamma.P.value(events, lambda)
                : shareOfSum(lambda, events, Double.POSITIVE_INFINITY);
    }

    private static double atMost(double events, double lambda) {
        return events > MOST_SUMMED ? RegularizedGamma.Q.value(events + 1, lambda) : shareOfSum(lambda, 0, events);
    }

    /**
     * The share that the terms λᵏ/k! from one k to another have in the sum of all, with the sum broken off where the
     * published tables break it off: the last halving may turn on its tenth figure.
     */
    private static double shareOfSum(double lambda, double from, double to) {
        double term = 1;
        double sum = 0;
        double part = 0;
        for (double k = 0; k <= lambda || term > sum * BROKEN_OFF; k++) {
            sum += term;
            part += k >= from && k <= to ? term : 0;
            if (sum > RESCALED) {
                sum /= RESCALED;
                part /= RESCALED;
                term /= RESCALED;
            }
            term *= lambda / (k + 1);
        }
        return part / sum;
    }

    private static double halve(double events, DoublePredicate isTooLarge) {
        double v = 0.5;
        for (double step = 0.25; ; step /= 2) {
            v += isTooLarge.test(lambda(events, v)) ? -step : step;
            if (step <= FINEST_STEP) {
                return lambda(events, v);
            }
        }
    }

    private static double lambda(double events, double v) {
        return (1 + events) * v / (1 - v);
    }
}
