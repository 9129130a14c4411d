package org.silkthread.methods.lifetable;

/**
 * Deaths and person-years of an age band. It ends where the next one starts.
 *
 * @param startAge the first year of age in it, not negative
 * @param deaths not negative and not above the population
 * @param population person-years, above 0 and finite
 */
public record AgeBand(int startAge, double deaths, double population) {

    /** Checks the ranges. */
    public AgeBand {
        if (startAge < 0) {
            throw new IllegalArgumentException("An age is not negative: " + startAge);
        }
        if (!(population > 0 && population < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The population from age " + startAge + " is above zero, not " + population);
        }
        if (!(deaths >= 0 && deaths <= population)) {
            throw new IllegalArgumentException(
                    "Deaths from age " + startAge + " lie between zero and the population, not " + deaths);
        }
    }

    /** Deaths per person-year. */
    double mortality() {
        return deaths / population;
    }
}
