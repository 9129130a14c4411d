package org.silkthread.methods.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkthread.methods.Close;

class IntervalsTest {

    @Test
    void a_level_may_be_given_as_a_share_or_as_a_percentage() {
        assertThat(ConfidenceLevel.of(95)).isEqualTo(ConfidenceLevel.P95).isEqualTo(ConfidenceLevel.of(0.95));
        assertThat(ConfidenceLevel.of(99.8)).isEqualTo(ConfidenceLevel.P99_8);
        assertThat(ConfidenceLevel.P95).isLessThan(ConfidenceLevel.P99_8);
        assertThat(ConfidenceLevel.P95.z()).isCloseTo(1.959963984540054, Close.to(1.96, 1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8999, 1.01, 2, 89.9, 100.1, -95, Double.NaN})
    void levels_outside_the_accepted_range_are_refused(double level) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfidenceLevel.of(level));
    }

    @Test
    void nobody_in_the_denominator_makes_no_proportion_and_no_rate() {
        assertThat(Proportion.of(0, 0)).isEmpty();
        assertThat(CrudeRate.of(0, 0, 1000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "-1, 10", "11, 10", "NaN, 10", "1, NaN", "1, Infinity", "1, 1e300"})
    void impossible_proportions_are_refused(double numerator, double denominator) {
        assertThatIllegalArgumentException().isThrownBy(() -> Proportion.of(numerator, denominator));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wilson.interval(numerator, denominator, ConfidenceLevel.P95));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 100",
        "-1, 10, 100",
        "NaN, 10, 100",
        "1, NaN, 100",
        "1, 10, 0",
        "1, 10, Infinity",
        "1, 1e-320, 100"
    })
    void impossible_rates_are_refused(double events, double exposure, double per) {
        assertThatIllegalArgumentException().isThrownBy(() -> CrudeRate.of(events, exposure, per));
    }

    @Test
    void none_and_all_of_a_denominator_reach_the_ends_exactly() {
        assertThat(Wilson.interval(0, 20, ConfidenceLevel.P95).lower()).isZero();
        assertThat(Wilson.interval(20, 20, ConfidenceLevel.P95).upper()).isEqualTo(1);
    }

    @Test
    void at_certainty_a_proportion_may_be_anything_and_a_count_has_no_interval() {
        ConfidenceLevel certain = ConfidenceLevel.of(100);

        assertThat(Wilson.interval(3, 20, certain)).isEqualTo(new Interval(0, 1, certain));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactPoisson.interval(3, certain));
        assertThatIllegalArgumentException().isThrownBy(() -> Byar.upper(3, certain));
        assertThatIllegalArgumentException().isThrownBy(() -> new CrudeRate(3, 10, 1).interval(certain));
    }

    @Test
    void no_events_have_a_lower_limit_of_zero_and_the_rule_of_three_above() {
        Interval interval = ExactPoisson.interval(0, ConfidenceLevel.P95);

        assertThat(interval.lower()).isZero();
        // With no events the upper limit solves e^-u = 0.025.
        assertThat(interval.upper()).isCloseTo(-Math.log(0.025), Close.to(3.7, 1e-14));
        assertThat(Byar.lower(0, ConfidenceLevel.P95)).hasValue(0);
    }

    @Test
    void a_rate_is_exact_below_ten_events_and_byars_from_ten() {
        assertThat(new CrudeRate(9.99, 100, 1).method()).isEqualTo(IntervalMethod.EXACT_POISSON);
        assertThat(new CrudeRate(10, 100, 1).method()).isEqualTo(IntervalMethod.BYAR);
    }

    @Test
    void an_interval_holds_its_limits_and_is_in_order() {
        Interval interval = new Interval(1, 2, ConfidenceLevel.P95);

        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(2.0000001)).isFalse();
        assertThat(interval.times(100)).isEqualTo(new Interval(100, 200, ConfidenceLevel.P95));
        assertThatIllegalArgumentException().isThrownBy(() -> interval.times(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1, ConfidenceLevel.P95));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, ConfidenceLevel.P95));
    }
}
