package org.silkthread.methods.standardisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.standardisation.DirectStandardisation.Rate;
import org.silkthread.methods.standardisation.DirectStandardisation.RepeatedEvents;

class StandardisationPropertiesTest {

    @Property(tries = 200)
    void the_order_of_strata_does_not_matter(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        List<Stratum> strata = strata(new Random(seed), 19, 1);
        List<Stratum> shuffled = new ArrayList<>(strata);
        Collections.shuffle(shuffled, new Random(seed));

        Rate rate = rate(strata);
        Rate again = rate(shuffled);
        assertThat(again.perPerson()).isCloseTo(rate.perPerson(), Close.to(rate.perPerson(), 1e-14));
        assertThat(again.variance()).isCloseTo(rate.variance(), Close.to(rate.variance(), 1e-14));
    }

    @Property(tries = 200)
    void weights_count_relative_to_each_other_only(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        Rate rate = rate(strata(new Random(seed), 19, 1));
        Rate scaled = rate(strata(new Random(seed), 19, 7));

        assertThat(scaled.perPerson()).isCloseTo(rate.perPerson(), Close.to(rate.perPerson(), 1e-13));
        assertThat(scaled.variance()).isCloseTo(rate.variance(), Close.to(rate.variance(), 1e-13));
    }

    @Property(tries = 100)
    void a_population_of_the_standards_ages_has_its_crude_rate_and_byars_limits(
            @ForAll @IntRange(min = 1, max = 10_000) int seed) {
        List<Stratum> strata = new ArrayList<>();
        double events = 0;
        double people = 0;
        for (Stratum stratum : strata(new Random(seed), 10, 1)) {
            strata.add(new Stratum(stratum.events(), stratum.population(), stratum.population() * 3));
            events += stratum.events();
            people += stratum.population();
        }
        Rate rate = rate(strata);
        double upper = org.silkthread.methods.interval.Byar.upper(events, ConfidenceLevel.P95) / people;

        assertThat(rate.perPerson()).isCloseTo(events / people, Close.to(events / people, 1e-12));
        assertThat(rate.interval(ConfidenceLevel.P95).upper()).isCloseTo(upper, Close.to(upper, 1e-12));
    }

    @Property(tries = 100)
    void people_with_one_event_each_are_independent_events(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        List<Stratum> strata = strata(new Random(seed), 19, 1);
        Rate rate = rate(strata);
        Rate ones = (Rate) DirectStandardisation.ofRepeatedEvents(
                strata.stream().map(stratum -> new RepeatedEvents(1, stratum)).toList());

        assertThat(ones.perPerson()).isEqualTo(rate.perPerson());
        assertThat(ones.variance()).isEqualTo(rate.variance());
        assertThat(ones.population()).isEqualTo(rate.population());
    }

    @Test
    void bands_that_agree_in_everything_count_twice_and_a_band_may_lack_a_frequency() {
        Stratum band = new Stratum(20, 1000, 500);
        Stratum other = new Stratum(5, 2000, 800);
        DirectStandardisation result = DirectStandardisation.ofRepeatedEvents(List.of(
                new RepeatedEvents(1, band),
                new RepeatedEvents(1, band),
                new RepeatedEvents(1, other),
                new RepeatedEvents(2, other)));

        assertThat(result.population()).isEqualTo(4000);
        assertThat(result.events()).isEqualTo(55);
        double expected = (2 * 20 * 500 / 1000.0 + 5 * 800 / 2000.0 + 2 * 5 * 800 / 2000.0) / 1800;
        assertThat(((Rate) result).perPerson()).isCloseTo(expected, Close.to(expected));
    }

    @Test
    void nine_events_give_no_rate_and_ten_do() {
        assertThat(DirectStandardisation.of(List.of(new Stratum(9, 100, 1))))
                .isInstanceOf(DirectStandardisation.TooFewEvents.class);
        assertThat(DirectStandardisation.of(List.of(new Stratum(10, 100, 1)))).isInstanceOf(Rate.class);
    }

    @Test
    void impossible_populations_are_refused_in_words() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stratum(1, 0, 1))
                .withMessageContaining("above zero");
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(-1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirectStandardisation.of(List.of(new Stratum(20, 100, 0))))
                .withMessageContaining("standard population");
        assertThat(StandardisedRatio.of(List.of(new ReferencedStratum(3, 0, new ReferenceBand(1, 10)))))
                .isEmpty();
    }

    @Test
    void nineteen_in_twenty_limits_hold_the_true_rate() {
        Random random = new Random(11);
        List<Stratum> truth = strata(new Random(5), 19, 1);
        double trueRate = rate(truth).perPerson();
        int runs = 4000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            List<Stratum> drawn = truth.stream()
                    .map(stratum ->
                            new Stratum(poisson(random, stratum.events()), stratum.population(), stratum.standard()))
                    .toList();
            held += rate(drawn).interval(ConfidenceLevel.P95).contains(trueRate) ? 1 : 0;
        }

        assertThat((double) held / runs).isBetween(0.94, 0.965);
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static Rate rate(List<Stratum> strata) {
        return (Rate) DirectStandardisation.of(strata);
    }

    private static List<Stratum> strata(Random random, int bands, double scale) {
        List<Stratum> strata = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            int population = 100 + random.nextInt(10_000);
            strata.add(new Stratum(2 + random.nextInt(40), population, scale * (500 + random.nextInt(7000))));
        }
        return strata;
    }
}
