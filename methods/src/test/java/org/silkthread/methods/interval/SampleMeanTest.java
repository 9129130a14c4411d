package org.silkthread.methods.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.numerics.Normal;
import org.silkthread.methods.numerics.StudentT;

class SampleMeanTest {

    @Test
    void quantiles_have_the_closed_forms_of_one_and_two_degrees_of_freedom() {
        for (double tail : new double[] {0.4, 0.05, 0.025, 0.001, 1e-6, 1e-12}) {
            double cauchy = 1 / Math.tan(Math.PI * tail);
            assertThat(StudentT.upperQuantile(tail, 1)).isCloseTo(cauchy, Close.to(cauchy, 1e-13));
            double two = (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail));
            assertThat(StudentT.upperQuantile(tail, 2)).isCloseTo(two, Close.to(two, 1e-13));
        }
    }

    @Test
    void quantiles_agree_with_published_tables_and_tend_to_the_normal_distribution() {
        assertThat(StudentT.upperQuantile(0.025, 10)).isCloseTo(2.228138851986275, Close.to(2.228, 1e-13));
        assertThat(StudentT.upperQuantile(0.001, 29)).isCloseTo(3.396240288356803, Close.to(3.396, 1e-12));
        assertThat(StudentT.upperQuantile(0.025, 1e9)).isCloseTo(Normal.upperQuantile(0.025), Close.to(1.96, 2e-9));
    }

    @Test
    void one_value_has_no_interval_and_no_value_has_no_mean() {
        assertThat(SampleMean.of()).isEmpty();
        assertThat(SampleMean.of(3).orElseThrow().interval(ConfidenceLevel.P95)).isEmpty();
    }

    @Test
    void equal_values_have_an_interval_of_no_width() {
        Interval interval = SampleMean.of(0.1, 0.1, 0.1)
                .orElseThrow()
                .interval(ConfidenceLevel.P95)
                .orElseThrow();

        assertThat(interval.lower()).isEqualTo(0.1);
        assertThat(interval.upper()).isEqualTo(0.1);
    }

    @Property(tries = 200)
    void shift_and_scale_of_the_values_shift_and_scale_the_interval(
            @ForAll @IntRange(min = 2, max = 50) int n,
            @ForAll @Scale(4) @DoubleRange(min = 0.1, max = 100) double scale,
            @ForAll @Scale(4) @DoubleRange(min = -1000, max = 1000) double shift) {
        double[] values = new Random(n).doubles(n).toArray();
        double[] moved = new double[n];
        for (int i = 0; i < n; i++) {
            moved[n - 1 - i] = values[i] * scale + shift;
        }
        Interval interval = SampleMean.of(values)
                .orElseThrow()
                .interval(ConfidenceLevel.P95)
                .orElseThrow();
        Interval other =
                SampleMean.of(moved).orElseThrow().interval(ConfidenceLevel.P95).orElseThrow();

        assertThat(other.lower()).isCloseTo(interval.lower() * scale + shift, Close.to(1 + scale + shift, 1e-9));
        assertThat(other.upper()).isCloseTo(interval.upper() * scale + shift, Close.to(1 + scale + shift, 1e-9));
    }

    @Test
    void nineteen_in_twenty_intervals_hold_the_mean_of_normal_values() {
        Random random = new Random(7);
        int held = 0;
        int runs = 20_000;
        for (int run = 0; run < runs; run++) {
            double[] values =
                    random.doubles(5).map(any -> random.nextGaussian()).toArray();
            held += SampleMean.of(values)
                            .orElseThrow()
                            .interval(ConfidenceLevel.P95)
                            .orElseThrow()
                            .contains(0)
                    ? 1
                    : 0;
        }

        assertThat((double) held / runs).isBetween(0.945, 0.955);
    }
}
