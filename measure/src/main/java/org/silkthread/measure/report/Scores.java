package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Scores of groups from their sums, as the Quality Measure implementation guide defines them. */
final class Scores {

    static final String ZERO = "the denominator is 0";

    private Scores() {}

    static Score of(PopulationTally tally) {
        return switch (tally.group().scoring()) {
            case PROPORTION -> quotient(tally.met(), tally.eligible());
            case RATIO -> ratio(tally);
            case CONTINUOUS_VARIABLE -> continuous(tally);
            case COHORT -> new Score.Absent("a cohort has no score");
            case COMPOSITE -> new Score.Absent("a composite is scored over its components");
        };
    }

    static Score quotient(long numerator, long denominator) {
        return quotient(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    static Score quotient(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0
                ? new Score.Absent(ZERO)
                : new Score.Value(numerator.divide(denominator, MathContext.DECIMAL64));
    }

    /** Observations take the place of the counts of what they observe. */
    private static Score ratio(PopulationTally tally) {
        Score numerator = sideOfRatio(tally, PopulationCode.NUMERATOR, tally.met());
        Score denominator = sideOfRatio(tally, PopulationCode.DENOMINATOR, tally.eligible());
        if (denominator instanceof Score.Value below) {
            // A denominator with nothing in the numerator is a ratio of 0.
            return numerator instanceof Score.Value above
                    ? quotient(above.value(), below.value())
                    : tally.met() == 0 ? quotient(BigDecimal.ZERO, below.value()) : numerator;
        }
        return denominator;
    }

    private static Score sideOfRatio(PopulationTally tally, PopulationCode side, long count) {
        return observing(tally, side).map(ObservationTally::value).orElse(new Score.Value(BigDecimal.valueOf(count)));
    }

    private static Optional<ObservationTally> observing(PopulationTally tally, PopulationCode side) {
        GroupOrder order = new GroupOrder(tally.group());
        for (int i = 0; i < order.size(); i++) {
            Optional<ObservationTally> observations = tally.observations(i);
            if (observations.isPresent() && (order.observed(i) & order.bits(side)) != 0) {
                return observations;
            }
        }
        return Optional.empty();
    }

    private static Score continuous(PopulationTally tally) {
        for (int i = 0; i < tally.group().populations().size(); i++) {
            Optional<ObservationTally> observations = tally.observations(i);
            if (observations.isPresent()) {
                return observations.get().value();
            }
        }
        return new Score.Absent("the group has no observation");
    }
}
