package org.silkthread.methods.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.methods.monitoring.CusumLimit.Simulation;
import org.silkthread.methods.monitoring.RiskAdjustedCusum.Point;

class MonitoringTest {

    /** Parsonnet scores and logit p = -3.68 + 0.077 score, as in Steiner's paper and the tests of the R package vlad. */
    @ParameterizedTest
    @CsvSource({
        "0, false, 2, -0.024", "0, true, 2, 0.669", "50, false, 2, -0.433", "50, true, 2, 0.260",
        "0, false, 0.5, 0.012", "0, true, 0.5, -0.681", "50, false, 0.5, 0.316", "50, true, 0.5, -0.377"
    })
    void weights_are_those_of_steiner(double parsonnet, boolean died, double odds, double expected) {
        assertThat(OddsShift.to(odds).weight(patient(parsonnet, died))).isCloseTo(expected, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"0, false, 0.025", "0, true, -0.975", "50, false, 0.542", "50, true, -0.458"})
    void the_display_rises_by_the_risk_and_falls_by_one_less_the_risk(double parsonnet, boolean died, double expected) {
        assertThat(Vlad.of(List.of(patient(parsonnet, died)))[0]).isCloseTo(expected, within(0.0005));
    }

    @Test
    void a_sum_never_falls_below_zero_and_begins_again_after_a_signal_only_when_asked() {
        List<MonitoredCase> deaths = Collections.nCopies(6, new MonitoredCase(true, 0.1));
        List<MonitoredCase> survivors = Collections.nCopies(3, new MonitoredCase(false, 0.1));
        List<MonitoredCase> cases = new ArrayList<>(survivors);
        cases.addAll(deaths);

        List<Point> going = RiskAdjustedCusum.of(cases, OddsShift.to(2), OptionalDouble.of(1.5), false);
        List<Point> again = RiskAdjustedCusum.of(cases, OddsShift.to(2), OptionalDouble.of(1.5), true);

        assertThat(going).extracting(Point::value).startsWith(0.0, 0.0, 0.0);
        assertThat(going)
                .extracting(Point::signal)
                .containsExactly(false, false, false, false, false, true, true, true, true);
        assertThat(again)
                .extracting(Point::signal)
                .containsExactly(false, false, false, false, false, true, false, false, true);
        assertThat(again.get(6).value()).isCloseTo(again.get(3).value(), within(1e-12));
        assertThat(RiskAdjustedCusum.of(cases, OddsShift.to(2), OptionalDouble.empty(), false))
                .noneMatch(Point::signal);
    }

    @Property
    void weights_and_sums_are_finite_for_every_risk(
            @ForAll @DoubleRange(min = 0, max = 1) double risk,
            @ForAll @DoubleRange(min = 0.1, max = 10) double odds,
            @ForAll boolean event) {
        if (odds == 1) {
            return;
        }
        double weight = OddsShift.to(odds).weight(new MonitoredCase(event, risk));

        assertThat(weight).isFinite();
        // The expected weight is not positive while the model holds: the sum does not drift upwards on its own.
        double drift = risk * OddsShift.to(odds).weight(new MonitoredCase(true, risk))
                + (1 - risk) * OddsShift.to(odds).weight(new MonitoredCase(false, risk));
        assertThat(drift).isLessThanOrEqualTo(1e-12);
    }

    @Property(tries = 20)
    void a_signal_with_a_higher_limit_is_also_one_with_a_lower(@ForAll @IntRange(max = 1000) int seed) {
        List<MonitoredCase> cases = made(seed, 500, 1.5);
        List<Point> low = RiskAdjustedCusum.of(cases, OddsShift.to(2), OptionalDouble.of(2), false);
        List<Point> high = RiskAdjustedCusum.of(cases, OddsShift.to(2), OptionalDouble.of(3), false);

        for (int i = 0; i < cases.size(); i++) {
            assertThat(low.get(i).signal() || !high.get(i).signal()).isTrue();
        }
    }

    @Test
    void a_simulated_limit_has_the_run_length_that_was_asked_for_and_is_the_same_again() {
        List<Double> risks = List.of(0.02, 0.05, 0.1, 0.3);
        Simulation simulation = new Simulation(risks, OddsShift.to(2), 1000, 2000, 42);

        CusumLimit limit = CusumLimit.of(simulation);
        CusumLimit longer = CusumLimit.of(new Simulation(risks, OddsShift.to(2), 3000, 2000, 42));

        assertThat(CusumLimit.of(simulation)).isEqualTo(limit);
        assertThat(limit.runLength()).isBetween(1000.0, 1010.0);
        assertThat(limit.standardError()).isBetween(10.0, 30.0);
        assertThat(longer.limit()).isGreaterThan(limit.limit());
        assertThat(averageRun(risks, limit.limit())).isBetween(900.0, 1100.0);
    }

    @Test
    void what_cannot_be_simulated_or_watched_is_refused() {
        assertThatThrownBy(() -> new Simulation(List.of(0.0, 1.0), OddsShift.to(2), 100, 1000, 1))
                .hasMessageContaining("neither");
        assertThatThrownBy(() -> OddsShift.to(1)).hasMessageContaining("different");
        assertThatThrownBy(() -> OddsShift.to(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MonitoredCase(true, 1.1)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> RiskAdjustedCusum.of(List.of(), OddsShift.to(2), OptionalDouble.of(0), false))
                .hasMessageContaining("above 0");
        assertThat(Vlad.of(List.of())).isEmpty();
    }

    /** The average run by walking through made patients with other random numbers. */
    private static double averageRun(List<Double> risks, double limit) {
        Random random = new Random(7);
        long patients = 0;
        int runs = 2000;
        for (int r = 0; r < runs; r++) {
            double value = 0;
            while (value <= limit) {
                double risk = risks.get(random.nextInt(risks.size()));
                value = Math.max(
                        0, value + OddsShift.to(2).weight(new MonitoredCase(random.nextDouble() < risk, risk)));
                patients++;
            }
        }
        return (double) patients / runs;
    }

    private static List<MonitoredCase> made(int seed, int count, double odds) {
        Random random = new Random(seed);
        List<MonitoredCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double risk = 0.02 + 0.3 * random.nextDouble();
            cases.add(new MonitoredCase(random.nextDouble() < odds * risk, risk));
        }
        return cases;
    }

    private static MonitoredCase patient(double parsonnet, boolean died) {
        return new MonitoredCase(died, 1 / (1 + Math.exp(3.68 - 0.077 * parsonnet)));
    }
}
