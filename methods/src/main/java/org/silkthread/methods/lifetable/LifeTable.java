package org.silkthread.methods.lifetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An abridged period life table.
 *
 * <p>Method: Chiang CL, "The life table and its construction", in "Introduction to stochastic processes in
 * biostatistics", Wiley 1968, 189-214; the variance of the last, open band after Silcocks PBS and others, Journal of
 * Epidemiology and Community Health 55 (2001) 38-43. People who die in a band have lived half of it, in the first year of
 * life a tenth. Small populations: Toson B, Baker A, "Life expectancy at birth: methodological options for small
 * populations", ONS 2003.
 */
public sealed interface LifeTable {

    /** Up to this many person-years a life expectancy is not robust. */
    double FEWEST_PEOPLE = 5_000;

    /**
     * Life expectancies at the start of each band that anybody reaches.
     *
     * @param expectancies by age, at least one
     */
    record Computed(List<LifeExpectancy> expectancies) implements LifeTable {

        /** Keeps its own copy. */
        public Computed {
            expectancies = List.copyOf(expectancies);
        }

        /** The expectancy at the start of a band, if there is such a band and anybody reaches it. */
        public Optional<LifeExpectancy> at(int age) {
            return expectancies.stream()
                    .filter(expectancy -> expectancy.age() == age)
                    .findFirst();
        }
    }

    /**
     * No life expectancies.
     *
     * @param reason why
     */
    record NotComputable(Reason reason) implements LifeTable {}

    /** Why there are no life expectancies. */
    enum Reason {
        /** At most {@link #FEWEST_PEOPLE} person-years. */
        TOO_FEW_PEOPLE,
        /** Nobody died in the last band, so nothing says how long people live in it. */
        NO_DEATHS_IN_LAST_BAND
    }

    /**
     * The table of a population.
     *
     * @param bands at least two, in any order, the first from age 0, the last one open
     * @throws IllegalArgumentException when the bands do not start at 0 or two start at the same age
     */
    static LifeTable of(List<AgeBand> bands) {
        List<AgeBand> ordered = bands.stream()
                .sorted(Comparator.comparingInt(AgeBand::startAge))
                .toList();
        requireComplete(ordered);
        if (ordered.stream().mapToDouble(AgeBand::population).sum() <= FEWEST_PEOPLE) {
            return new NotComputable(Reason.TOO_FEW_PEOPLE);
        }
        if (ordered.getLast().deaths() == 0) {
            return new NotComputable(Reason.NO_DEATHS_IN_LAST_BAND);
        }
        return new Computed(expectancies(ordered));
    }

    private static void requireComplete(List<AgeBand> ordered) {
        if (ordered.size() < 2 || ordered.getFirst().startAge() != 0) {
            throw new IllegalArgumentException("A life table has at least two age bands and begins at age 0");
        }
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).startAge() == ordered.get(i - 1).startAge()) {
                throw new IllegalArgumentException(
                        "Two age bands start at " + ordered.get(i).startAge());
            }
        }
    }

    private static List<LifeExpectancy> expectancies(List<AgeBand> bands) {
        int last = bands.size() - 1;
        double[] alive = new double[bands.size()];
        alive[0] = 1;
        for (int i = 0; i < last; i++) {
            alive[i + 1] = alive[i] * (1 - dying(bands, i));
        }
        AgeBand open = bands.get(last);
        double years = alive[last] / open.mortality();
        double variance = alive[last] * alive[last] / (open.deaths() * open.mortality() * open.mortality());
        List<LifeExpectancy> found = new ArrayList<>();
        add(found, open.startAge(), alive[last], years, variance);
        for (int i = last - 1; i >= 0; i--) {
            double width = bands.get(i + 1).startAge() - bands.get(i).startAge();
            double lived = livedByTheDying(bands.get(i));
            double after = alive[i + 1] > 0 ? years / alive[i + 1] : 0;
            double weight = alive[i] * ((1 - lived) * width + after);
            variance += varianceOfDying(bands, i) * weight * weight;
            years += width * (alive[i + 1] + lived * (alive[i] - alive[i + 1]));
            add(found, bands.get(i).startAge(), alive[i], years, variance);
        }
        return found.reversed();
    }

    private static void add(List<LifeExpectancy> found, int age, double alive, double years, double variance) {
        if (alive > 0) {
            found.add(new LifeExpectancy(age, years / alive, Math.sqrt(variance) / alive));
        }
    }

    /** The share of a band that those live who die in it. */
    private static double livedByTheDying(AgeBand band) {
        return band.startAge() == 0 ? 0.1 : 0.5;
    }

    /** The probability of dying in a band for those who reach it. */
    private static double dying(List<AgeBand> bands, int i) {
        AgeBand band = bands.get(i);
        double width = bands.get(i + 1).startAge() - band.startAge();
        double lived = livedByTheDying(band);
        double expected = band.mortality() * width;
        return expected * lived <= 1 ? expected / (1 + expected * (1 - lived)) : 1;
    }

    private static double varianceOfDying(List<AgeBand> bands, int i) {
        double dying = dying(bands, i);
        return dying == 0 ? 0 : dying * dying * (1 - dying) / bands.get(i).deaths();
    }
}
