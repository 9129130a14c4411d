package org.silkthread.methods.standardisation;

/**
 * One age band (or other stratum) of a population beside the same band of a reference population.
 *
 * @param events counted in the population, not negative; 0 where none were recorded
 * @param population not negative and finite
 * @param reference the same band of the reference
 */
public record ReferencedStratum(double events, double population, ReferenceBand reference) {

    /** Checks the ranges. */
    public ReferencedStratum {
        Stratum.requireNotNegative("The events of a stratum", events);
        Stratum.requireNotNegative("The population of a stratum", population);
    }

    /** The events that the population would have at the reference's rate. */
    public double expected() {
        return population * reference.rate();
    }
}
