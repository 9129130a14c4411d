package org.silkthread.methods.standardisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.core.Sum;
import org.silkthread.methods.interval.Byar;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.IntervalMethod;

/**
 * The rate that a population would have if its ages were those of the standard population: Σ wᵢ Oᵢ/nᵢ / Σ wᵢ.
 *
 * <p>Method: Dobson AJ and others, "Confidence intervals for weighted sums of Poisson parameters", Statistics in
 * Medicine 10 (1991) 457-462; Public Health England, "Technical guide: confidence intervals" (2018).
 */
public sealed interface DirectStandardisation {

    /** Below this many events a rate is not given, because its limits no longer hold. */
    double FEWEST_EVENTS = 10;

    /** All events, each person counted as often as it had one. */
    double events();

    /** The population of all strata. */
    double population();

    /** The formula of the limits. */
    IntervalMethod method();

    /**
     * A rate.
     *
     * @param events at least {@value #FEWEST_EVENTS}
     * @param population of all strata
     * @param perPerson the rate, per person
     * @param variance of that rate
     * @param method the formula of the limits
     */
    record Rate(double events, double population, double perPerson, double variance, IntervalMethod method)
            implements DirectStandardisation {

        /** Checks the ranges. */
        public Rate {
            Stratum.requireNotNegative("A rate", perPerson);
            Stratum.requireNotNegative("The variance of a rate", variance);
        }

        /**
         * Dobson's limits: DSR + √(var / O) (limit of O − O), the limits of O being Byar's.
         *
         * @param level below 100 %
         * @return limits per person; use {@link Interval#times} for other units
         * @throws IllegalArgumentException at 100 %
         */
        public Interval interval(ConfidenceLevel level) {
            Interval count = Byar.interval(events, level).orElseThrow();
            double scale = Math.sqrt(variance / events);
            return new Interval(
                    perPerson + scale * (count.lower() - events), perPerson + scale * (count.upper() - events), level);
        }
    }

    /**
     * No rate, because there were too few events.
     *
     * @param events below {@value #FEWEST_EVENTS}
     * @param population of all strata
     * @param method the formula that the limits would have had
     */
    record TooFewEvents(double events, double population, IntervalMethod method) implements DirectStandardisation {}

    /**
     * Standardises events that are independent of each other, as deaths are.
     *
     * @param strata at least one, with some standard population, in any order
     * @throws IllegalArgumentException when there is nothing to weight by
     */
    static DirectStandardisation of(List<Stratum> strata) {
        Sum rate = Sum.create();
        Sum variance = Sum.create();
        Sum standard = Sum.create();
        Sum events = Sum.create();
        Sum population = Sum.create();
        for (Stratum stratum : strata) {
            rate.add(stratum.weightedRate());
            variance.add(stratum.weightedVariance());
            standard.add(stratum.standard());
            events.add(stratum.events());
            population.add(stratum.population());
        }
        return of(events, population, rate, variance, standard, IntervalMethod.DOBSON);
    }

    /**
     * Standardises events of which one person may have several, as admissions. Each stratum comes with the people who
     * had one event, those who had two, and so on; a person with f events adds f to the events and f² to the variance.
     *
     * <p>The bands are known by their population and standard population. Two bands that agree in both are told apart
     * because they appear twice for one frequency. A band without anybody of some frequency may be left out there.
     *
     * @param strata people, not events, by band and frequency, in any order
     * @throws IllegalArgumentException when there is nothing to weight by
     */
    static DirectStandardisation ofRepeatedEvents(List<RepeatedEvents> strata) {
        Sum rate = Sum.create();
        Sum variance = Sum.create();
        Sum events = Sum.create();
        for (RepeatedEvents repeated : strata) {
            rate.addProduct(repeated.frequency(), repeated.people().weightedRate());
            variance.addProduct(
                    repeated.frequency() * repeated.frequency(),
                    repeated.people().weightedVariance());
            events.addProduct(repeated.frequency(), repeated.people().events());
        }
        Sum standard = Sum.create();
        Sum population = Sum.create();
        bands(strata).forEach((band, times) -> {
            standard.addProduct(band.standard(), times);
            population.addProduct(band.population(), times);
        });
        return of(events, population, rate, variance, standard, IntervalMethod.DOBSON_NON_INDEPENDENT);
    }

    /**
     * The people of a stratum who had the same number of events.
     *
     * @param frequency how many events each of them had, above 0 and finite
     * @param people the stratum, with people in place of events
     */
    record RepeatedEvents(double frequency, Stratum people) {

        /** Checks the frequency. */
        public RepeatedEvents {
            if (!(frequency > 0 && frequency < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("An event frequency is above zero, not " + frequency);
            }
        }
    }

    private static Map<Stratum, Integer> bands(List<RepeatedEvents> strata) {
        Map<Double, Map<Stratum, Integer>> byFrequency = new HashMap<>();
        Map<Stratum, Integer> bands = new HashMap<>();
        for (RepeatedEvents repeated : strata) {
            Stratum people = repeated.people();
            Stratum band = new Stratum(0, people.population(), people.standard());
            int times = byFrequency
                    .computeIfAbsent(repeated.frequency(), first -> new HashMap<>())
                    .merge(band, 1, Integer::sum);
            bands.merge(band, times, Math::max);
        }
        return bands;
    }

    private static DirectStandardisation of(
            Sum events, Sum population, Sum rate, Sum variance, Sum standard, IntervalMethod method) {
        double weights = standard.getAsDouble();
        if (!(weights > 0)) {
            throw new IllegalArgumentException("A standard population has people in at least one stratum");
        }
        if (events.getAsDouble() < FEWEST_EVENTS) {
            return new TooFewEvents(events.getAsDouble(), population.getAsDouble(), method);
        }
        return new Rate(
                events.getAsDouble(),
                population.getAsDouble(),
                rate.getAsDouble() / weights,
                variance.getAsDouble() / (weights * weights),
                method);
    }
}
