package org.silkthread.methods.standardisation;

import java.util.Collection;
import org.apache.commons.numbers.core.Sum;

/**
 * One age band of a reference population.
 *
 * @param events counted in it, not negative and finite; 0 where none were recorded
 * @param population above 0 and finite
 */
public record ReferenceBand(double events, double population) {

    /** Checks the ranges. */
    public ReferenceBand {
        Stratum.requireNotNegative("The events of a reference population", events);
        if (!(population > 0 && population < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A reference population is above zero, not " + population);
        }
    }

    /** Events per person. */
    public double rate() {
        return events / population;
    }

    /**
     * The crude rate of a whole reference population, per person.
     *
     * @param bands at least one
     * @throws IllegalArgumentException when there is none
     */
    public static double crudeRate(Collection<ReferenceBand> bands) {
        Sum events = Sum.create();
        Sum population = Sum.create();
        for (ReferenceBand band : bands) {
            events.add(band.events());
            population.add(band.population());
        }
        return new ReferenceBand(events.getAsDouble(), population.getAsDouble()).rate();
    }
}
