package org.silkthread.measure.synthetic;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What population to make. Patient {@code i} of a seed is the same in populations of every size.
 *
 * @param patients how many, from 1 on
 * @param seed which of the possible populations
 * @param until the last day of the history
 * @param years how many years of visits, readings and prescriptions, from 1 to 30; conditions and vaccinations go further
 *     back
 * @param density how often visits, readings and supplies come beside the ordinary 1; from 0.1 to 20
 * @param kinds which resources to write
 */
public record PopulationOrder(
        long patients, long seed, LocalDate until, int years, double density, Set<ResourceKind> kinds) {

    /** The day on which histories end unless said otherwise. */
    public static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);

    /** Years of history unless said otherwise. */
    public static final int YEARS = 6;

    public PopulationOrder {
        if (patients < 1) {
            throw new IllegalArgumentException("A population has 1 or more patients, not " + patients);
        }
        if (years < 1 || years > 30) {
            throw new IllegalArgumentException("A history has 1 to 30 years, not " + years);
        }
        if (!(density >= 0.1 && density <= 20)) {
            throw new IllegalArgumentException("A density lies between 0.1 and 20, not at " + density);
        }
        if (until.getYear() < 1990 || until.getYear() > 2100) {
            throw new IllegalArgumentException("A history ends between 1990 and 2100, not on " + until);
        }
        kinds = Set.copyOf(kinds);
    }

    /** An ordinary population with all resources. */
    public static PopulationOrder of(long patients, long seed) {
        return new PopulationOrder(patients, seed, UNTIL, YEARS, 1, EnumSet.allOf(ResourceKind.class));
    }
}
