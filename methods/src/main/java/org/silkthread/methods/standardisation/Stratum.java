package org.silkthread.methods.standardisation;

/**
 * One age band (or other stratum) of a population.
 *
 * @param events counted in it, not negative and finite; 0 where none were recorded
 * @param population it is counted in, above 0 and finite
 * @param standard how many people of the standard population are in the stratum, not negative and finite
 */
public record Stratum(double events, double population, double standard) {

    /** Checks the ranges. */
    public Stratum {
        requireNotNegative("The events of a stratum", events);
        requireNotNegative("The standard population of a stratum", standard);
        if (!(population > 0 && population < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The population of a stratum is above zero, not " + population);
        }
    }

    static void requireNotNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " is not negative, not " + value);
        }
    }

    /** The stratum's own rate times its weight. */
    double weightedRate() {
        return events * standard / population;
    }

    /** What the stratum adds to the variance when its events are independent and Poisson. */
    double weightedVariance() {
        double weight = standard / population;
        return events * weight * weight;
    }
}
