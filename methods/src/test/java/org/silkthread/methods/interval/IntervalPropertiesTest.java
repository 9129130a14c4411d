package org.silkthread.methods.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;

class IntervalPropertiesTest {

    @Property
    void a_wilson_interval_holds_the_proportion_and_stays_within_0_and_1(
            @ForAll @Scale(8) @DoubleRange(min = 1e-6, max = 9e15) double n,
            @ForAll @Scale(8) @DoubleRange(min = 0, max = 1) double share,
            @ForAll @Scale(8) @DoubleRange(min = 0.9, max = 1) double level) {
        double x = Math.min(n, share * n);
        Interval interval = Wilson.interval(x, n, new ConfidenceLevel(level));

        assertThat(interval.contains(x / n)).isTrue();
        assertThat(interval.lower()).isBetween(0.0, 1.0);
        assertThat(interval.upper()).isBetween(0.0, 1.0);
    }

    @Property
    void the_wilson_interval_of_those_who_did_mirrors_that_of_those_who_did_not(
            @ForAll @IntRange(min = 1, max = 1_000_000) int n,
            @ForAll @Scale(8) @DoubleRange(min = 0, max = 1) double share,
            @ForAll @Scale(8) @DoubleRange(min = 0.9, max = 0.9999) double level) {
        int x = (int) Math.round(share * n);
        Interval did = Wilson.interval(x, n, new ConfidenceLevel(level));
        Interval didNot = Wilson.interval(n - x, n, new ConfidenceLevel(level));

        assertThat(did.lower()).isCloseTo(1 - didNot.upper(), within(1e-15));
        assertThat(did.upper()).isCloseTo(1 - didNot.lower(), within(1e-15));
    }

    @Property
    void a_surer_interval_holds_a_less_sure_one(
            @ForAll @IntRange(min = 0, max = 3000) int x,
            @ForAll @IntRange(min = 1, max = 3000) int rest,
            @ForAll @Scale(8) @DoubleRange(min = 0.9, max = 0.99) double level) {
        ConfidenceLevel lessSure = new ConfidenceLevel(level);
        ConfidenceLevel surer = new ConfidenceLevel(level + 0.009);

        assertHolds(Wilson.interval(x, x + rest, surer), Wilson.interval(x, x + rest, lessSure));
        assertHolds(ExactPoisson.interval(x, surer), ExactPoisson.interval(x, lessSure));
        assertHolds(new CrudeRate(x, rest, 1000).interval(surer), new CrudeRate(x, rest, 1000).interval(lessSure));
    }

    @Property
    void the_interval_of_a_rate_holds_the_rate_for_any_count(
            @ForAll @Scale(8) @DoubleRange(min = 0, max = 1e9) double events,
            @ForAll @Scale(8) @DoubleRange(min = 0.001, max = 1e9) double exposure,
            @ForAll @Scale(8) @DoubleRange(min = 0.9, max = 0.999999) double level) {
        CrudeRate rate = new CrudeRate(events, exposure, 100_000);

        assertThat(rate.interval(new ConfidenceLevel(level)).contains(rate.value()))
                .isTrue();
    }

    @Property
    void four_times_the_patients_halve_a_large_interval(
            @ForAll @IntRange(min = 1000, max = 1_000_000) int n,
            @ForAll @Scale(8) @DoubleRange(min = 0.2, max = 0.8) double share) {
        Interval once = Wilson.interval(share * n, n, ConfidenceLevel.P95);
        Interval fourTimes = Wilson.interval(share * 4 * n, 4.0 * n, ConfidenceLevel.P95);

        double ratio = (once.upper() - once.lower()) / (fourTimes.upper() - fourTimes.lower());
        assertThat(ratio).isCloseTo(2, within(0.01));
    }

    @Property
    void exact_limits_of_a_whole_count_leave_the_tail_probability_to_the_poisson_distribution(
            @ForAll @IntRange(min = 1, max = 60) int x,
            @ForAll @Scale(8) @DoubleRange(min = 0.9, max = 0.9999) double level) {
        ConfidenceLevel confidence = new ConfidenceLevel(level);
        Interval interval = ExactPoisson.interval(x, confidence);

        assertThat(poissonAtMost(x, interval.upper())).isCloseTo(confidence.tail(), Close.to(confidence.tail(), 1e-10));
        assertThat(1 - poissonAtMost(x - 1, interval.lower())).isCloseTo(confidence.tail(), within(1e-13));
    }

    @Test
    void nineteen_in_twenty_wilson_intervals_hold_the_truth() {
        Random random = new Random(20260511);
        double truth = 0.13;
        int runs = 20_000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            int x = 0;
            for (int patient = 0; patient < 200; patient++) {
                x += random.nextDouble() < truth ? 1 : 0;
            }
            held += Wilson.interval(x, 200, ConfidenceLevel.P95).contains(truth) ? 1 : 0;
        }

        // Discrete counts make the true coverage wave between about 0.93 and 0.97.
        assertThat((double) held / runs).isBetween(0.93, 0.97);
    }

    @Property
    void more_events_move_both_limits_up(
            @ForAll @IntRange(min = 0, max = 5000) int x,
            @ForAll @Scale(8) @DoubleRange(min = 0.9, max = 0.9999) double level) {
        ConfidenceLevel confidence = new ConfidenceLevel(level);
        Interval exact = ExactPoisson.interval(x, confidence);
        Interval nextExact = ExactPoisson.interval(x + 1, confidence);
        assertThat(nextExact.lower()).isGreaterThan(exact.lower());
        assertThat(nextExact.upper()).isGreaterThan(exact.upper());
        assertThat(Byar.upper(x + 1, confidence)).isGreaterThan(Byar.upper(x, confidence));
        Interval wilson = Wilson.interval(x, 5001, confidence);
        Interval nextWilson = Wilson.interval(x + 1, 5001, confidence);
        assertThat(nextWilson.lower()).isGreaterThan(wilson.lower());
        assertThat(nextWilson.upper()).isGreaterThan(wilson.upper());
    }

    @Property
    void byars_limits_are_within_one_per_cent_of_the_exact_ones_where_they_are_used(
            @ForAll @IntRange(min = 10, max = 5000) int x) {
        Interval exact = ExactPoisson.interval(x, ConfidenceLevel.P95);
        Interval byar = Byar.interval(x, ConfidenceLevel.P95).orElseThrow();
        assertThat(byar.lower()).isCloseTo(exact.lower(), Close.to(exact.lower(), 0.01));
        assertThat(byar.upper()).isCloseTo(exact.upper(), Close.to(exact.upper(), 0.01));
    }

    @Test
    void at_least_nineteen_in_twenty_limits_of_a_rate_hold_the_truth_with_few_and_with_many_events() {
        Random random = new Random(20260601);
        for (double truth : new double[] {2.5, 9, 40}) {
            int runs = 20_000;
            int held = 0;
            for (int run = 0; run < runs; run++) {
                int x = poisson(random, truth);
                held += CrudeRate.countInterval(x, ConfidenceLevel.P95).contains(truth) ? 1 : 0;
            }
            assertThat((double) held / runs).as("mean %s", truth).isBetween(0.945, 0.99);
        }
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static void assertHolds(Interval outer, Interval inner) {
        assertThat(outer.lower()).isLessThanOrEqualTo(inner.lower());
        assertThat(outer.upper()).isGreaterThanOrEqualTo(inner.upper());
    }

    private static double poissonAtMost(int x, double mean) {
        double term = Math.exp(-mean);
        double sum = 0;
        for (int k = 0; k <= x; k++) {
            sum += term;
            term *= mean / (k + 1);
        }
        return sum;
    }
}
