package org.silkthread.methods.standardisation;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.numbers.core.Sum;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.CrudeRate;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.IntervalMethod;

/**
 * Events observed over events expected at the rates of a reference population: the indirectly standardised ratio. Times
 * the crude rate of the reference it is the indirectly standardised rate.
 *
 * <p>Method: Public Health England, "Technical guide: confidence intervals" (2018): the limits are those of the observed
 * count, exact Poisson below 10 events and Byar's from 10; the expected events are taken as known.
 *
 * @param observed events, not negative
 * @param expected events, above 0 and finite
 */
public record StandardisedRatio(double observed, double expected) {

    /** Checks the ranges. */
    public StandardisedRatio {
        Stratum.requireNotNegative("Observed events", observed);
        if (!(expected > 0 && expected < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Expected events are above zero, not " + expected);
        }
    }

    /**
     * The ratio of a population whose events are known by stratum.
     *
     * @param strata in any order
     * @return nothing when no events are expected
     */
    public static Optional<StandardisedRatio> of(Collection<ReferencedStratum> strata) {
        Sum observed = Sum.create();
        strata.forEach(stratum -> observed.add(stratum.events()));
        return of(observed.getAsDouble(), strata);
    }

    /**
     * The ratio of a population of which only the total of events is known.
     *
     * @param observed the total
     * @param strata in any order; their events are not used
     * @return nothing when no events are expected
     */
    public static Optional<StandardisedRatio> of(double observed, Collection<ReferencedStratum> strata) {
        Sum expected = Sum.create();
        strata.forEach(stratum -> expected.add(stratum.expected()));
        return expected.getAsDouble() > 0
                ? Optional.of(new StandardisedRatio(observed, expected.getAsDouble()))
                : Optional.empty();
    }

    /** Observed over expected: 1 when they are equal. */
    public double value() {
        return observed / expected;
    }

    /**
     * The interval of the ratio.
     *
     * @param level below 100 %
     * @return limits in the units of {@link #value}; use {@link Interval#times} for a rate
     * @throws IllegalArgumentException at 100 %
     */
    public Interval interval(ConfidenceLevel level) {
        return CrudeRate.countInterval(observed, level).times(1 / expected);
    }

    /** The formula behind {@link #interval}. */
    public IntervalMethod method() {
        return CrudeRate.methodFor(observed);
    }
}
