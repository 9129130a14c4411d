package org.silkthread.methods.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.silkthread.methods.spc.Series.GAP;
import static org.silkthread.methods.spc.Series.causes;
import static org.silkthread.methods.spc.Series.month;
import static org.silkthread.methods.spc.SpecialCause.ABOVE_UPPER_LIMIT;
import static org.silkthread.methods.spc.SpecialCause.BELOW_LOWER_LIMIT;
import static org.silkthread.methods.spc.SpecialCause.COMMON_CAUSE;
import static org.silkthread.methods.spc.SpecialCause.DECREASING_TREND;
import static org.silkthread.methods.spc.SpecialCause.INCREASING_TREND;
import static org.silkthread.methods.spc.SpecialCause.SHIFT_ABOVE;
import static org.silkthread.methods.spc.SpecialCause.SHIFT_BELOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmrChartTest {

    private static final XmrOptions MORE_IS_BETTER = XmrOptions.of(Improvement.INCREASE);
    private static final double[] ONE_SPIKE = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

    @Test
    void limits_leave_out_ranges_that_are_out_of_bounds_unless_told_otherwise() {
        XmrLimits screened = limits(XmrChart.of(Series.of(ONE_SPIKE), MORE_IS_BETTER));
        XmrLimits unscreened = limits(XmrChart.of(Series.of(ONE_SPIKE), MORE_IS_BETTER.unscreened()));

        assertThat(screened.lower()).isCloseTo(-0.7155556, within(1e-7));
        assertThat(screened.upper()).isCloseTo(4.604444, within(1e-6));
        assertThat(unscreened.lower()).isCloseTo(-3.062614, within(1e-6));
        assertThat(unscreened.upper()).isCloseTo(6.951503, within(1e-6));
    }

    @Test
    void near_limits_lie_two_thirds_of_the_way_to_the_limits() {
        XmrChart chart = XmrChart.of(Series.of(ONE_SPIKE), MORE_IS_BETTER);

        double mean = chart.measured().getFirst().centre();
        assertThat(limits(chart).nearUpper() - mean).isCloseTo((limits(chart).upper() - mean) * 2 / 3, within(1e-12));
        assertThat(mean - limits(chart).nearLower())
                .isCloseTo((mean - limits(chart).lower()) * 2 / 3, within(1e-12));
    }

    @Test
    void a_constant_series_has_limits_on_its_mean_and_no_special_cause() {
        double[] constant = new double[20];
        Arrays.fill(constant, 0.1);

        XmrChart chart = XmrChart.of(Series.of(constant), MORE_IS_BETTER.withTarget(0.1));

        assertThat(limits(chart)).isEqualTo(new XmrLimits(0.1, 0.1, 0.1, 0.1));
        assertThat(causes(chart)).containsOnly(COMMON_CAUSE);
        assertThat(chart.variation()).contains(VariationIcon.COMMON_CAUSE);
        assertThat(chart.assurance()).contains(AssuranceIcon.INCONSISTENT);
    }

    @Test
    void the_first_departure_from_a_constant_baseline_is_outside_its_limits() {
        XmrChart chart =
                XmrChart.of(Series.of(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6), MORE_IS_BETTER.withBaseline(12));

        assertThat(causes(chart).getLast()).isEqualTo(ABOVE_UPPER_LIMIT);
        assertThat(chart.variation()).contains(VariationIcon.IMPROVEMENT_HIGH);
    }

    @Test
    void one_point_has_a_mean_and_no_limits() {
        XmrChart chart = XmrChart.of(Series.of(7), MORE_IS_BETTER.withTarget(9));

        XmrPoint.Measured point = chart.measured().getFirst();
        assertThat(point.centre()).isEqualTo(7);
        assertThat(point.limits()).isEmpty();
        assertThat(point.type()).isEqualTo(PointType.COMMON_CAUSE);
        assertThat(chart.assurance()).isEmpty();
        assertThat(chart.warnings()).containsExactly(new XmrWarning.NoLimits(point.phase()));
    }

    @Test
    void an_empty_series_has_no_points_and_no_icons() {
        XmrChart chart = XmrChart.of(List.of(), MORE_IS_BETTER.withTarget(1));

        assertThat(chart.points()).isEmpty();
        assertThat(chart.phases()).isEmpty();
        assertThat(chart.variation()).isEmpty();
        assertThat(chart.assurance()).isEmpty();
        assertThat(chart.signals()).isEmpty();
        assertThat(chart.warnings()).isEmpty();
    }

    @Test
    void a_series_of_gaps_alone_has_points_and_neither_mean_nor_icons() {
        XmrChart chart = XmrChart.of(Series.of(GAP, GAP, GAP), MORE_IS_BETTER);

        assertThat(chart.points()).hasSize(3).allMatch(XmrPoint.Missing.class::isInstance);
        assertThat(chart.phases().getFirst().centre()).isEmpty();
        assertThat(chart.measured()).isEmpty();
        assertThat(chart.variation()).isEmpty();
    }

    @Test
    void no_moving_range_crosses_a_gap() {
        // Ranges 1 and 1; with the gap closed there would be a third, of 99.
        XmrChart chart = XmrChart.of(Series.of(0, 1, GAP, 100, 101), MORE_IS_BETTER.unscreened());

        assertThat(limits(chart).upper() - chart.measured().getFirst().centre()).isCloseTo(2.66, within(1e-12));
        assertThat(chart.points().get(2)).isInstanceOf(XmrPoint.Missing.class);
        assertThat(chart.phases().getFirst().measured()).isEqualTo(4);
    }

    @Test
    void a_gap_breaks_a_trend_and_a_shift() {
        double[] rising = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] brokenRise = {1, 2, 3, 4, GAP, 5, 6, 7, 8};

        XmrOptions firstTwelve = MORE_IS_BETTER.withBaseline(12);
        assertThat(afterWideBaseline(rising)).containsOnly(INCREASING_TREND);
        assertThat(afterWideBaseline(brokenRise)).containsOnly(COMMON_CAUSE);

        double[] tail = {10.1, 10.2, 10.1, 10.2, 10.1, 10.2, 10.1};
        assertThat(causes(XmrChart.of(twelveAroundTen(tail), firstTwelve)).getLast())
                .isEqualTo(SHIFT_ABOVE);
        tail[3] = GAP;
        assertThat(causes(XmrChart.of(twelveAroundTen(tail), firstTwelve)).getLast())
                .isEqualTo(COMMON_CAUSE);
    }

    @Test
    void points_without_a_measured_neighbour_have_no_limits() {
        XmrChart chart = XmrChart.of(Series.of(3, GAP, 5, GAP, 4), MORE_IS_BETTER);

        assertThat(chart.phases().getFirst().centre()).hasValue(4);
        assertThat(chart.phases().getFirst().limits()).isEmpty();
        assertThat(causes(chart)).containsOnly(COMMON_CAUSE);
    }

    @Test
    void six_points_make_no_trend_and_an_equal_neighbour_breaks_one() {
        assertThat(afterWideBaseline(1, 2, 3, 4, 5, 6)).containsOnly(COMMON_CAUSE);
        assertThat(afterWideBaseline(1, 2, 3, 4, 4, 5, 6, 7)).doesNotContain(INCREASING_TREND);
    }

    @Test
    void a_turning_point_of_two_trends_belongs_to_the_later() {
        List<SpecialCause> causes = afterWideBaseline(1, 2, 3, 4, 5, 6, 7, 6.5, 5.5, 4.5, 3.5, 2.5, 1.5);

        assertThat(causes.subList(0, 6)).containsOnly(INCREASING_TREND);
        assertThat(causes.subList(6, 13)).containsOnly(DECREASING_TREND);
    }

    @Test
    void the_last_point_of_a_trend_keeps_its_direction_when_another_trend_starts_next_to_it() {
        List<SpecialCause> causes = afterWideBaseline(1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1);

        assertThat(causes.subList(0, 7)).containsOnly(INCREASING_TREND);
        assertThat(causes.subList(7, 14)).containsOnly(DECREASING_TREND);
    }

    @Test
    void a_point_on_the_mean_breaks_a_shift() {
        double[] shifted = {10.1, 10.1, 10.1, 10, 10.1, 10.1, 10.1, 10.1};

        assertThat(causes(XmrChart.of(twelveAroundTen(shifted), MORE_IS_BETTER.withBaseline(12))))
                .doesNotContain(SHIFT_ABOVE);
    }

    @Test
    void a_point_on_a_limit_is_inside() {
        // Baseline mean 10 and every range 2, so that the limits are 10 ± 5.32.
        double upper = 10 + 2.66 * 2;
        double lower = 10 - 2.66 * 2;

        XmrChart chart = XmrChart.of(
                baselineThen(2, upper, lower, Math.nextUp(upper), Math.nextDown(lower)),
                MORE_IS_BETTER.withBaseline(12));

        List<XmrPoint.Measured> last = chart.measured().subList(12, 16);
        assertThat(last).extracting(XmrPoint.Measured::outside).containsExactly(false, false, true, true);
        assertThat(last).extracting(XmrPoint.Measured::close).containsExactly(true, true, false, false);
        assertThat(last.get(2).specialCause()).isEqualTo(ABOVE_UPPER_LIMIT);
        assertThat(last.get(3).specialCause()).isEqualTo(BELOW_LOWER_LIMIT);
    }

    @Test
    void two_in_three_needs_all_three_on_one_side_and_marks_the_close_ones_only() {
        // Near limits of this baseline: 10 ± 3.546...
        List<SpecialCause> oneSide =
                causes(XmrChart.of(baselineThen(2, 14, 10.5, 14), MORE_IS_BETTER.withBaseline(12)));
        List<SpecialCause> bothSides =
                causes(XmrChart.of(baselineThen(2, 14, 9.5, 14), MORE_IS_BETTER.withBaseline(12)));

        assertThat(oneSide.subList(12, 15))
                .containsExactly(SpecialCause.TWO_IN_THREE_ABOVE, COMMON_CAUSE, SpecialCause.TWO_IN_THREE_ABOVE);
        assertThat(bothSides).containsOnly(COMMON_CAUSE);
    }

    @Test
    void rebasing_starts_new_limits_at_the_first_observation_on_or_after_the_date() {
        List<Observation> step = Series.of(1, 2, 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12, 11, 12);

        XmrChart chart = XmrChart.of(step, MORE_IS_BETTER.rebasedAt(month(7).plusDays(3)));

        assertThat(chart.phases()).hasSize(2);
        assertThat(chart.phases().get(0).centre()).hasValue(1.5);
        assertThat(chart.phases().get(1).from()).isEqualTo(month(8));
        assertThat(chart.phases().get(1).centre()).hasValue(11.5);
        assertThat(causes(chart)).containsOnly(COMMON_CAUSE);
    }

    @Test
    void rules_do_not_look_across_a_rebasing() {
        List<Observation> rising = Series.of(1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(causes(XmrChart.of(rising, MORE_IS_BETTER.rebasedAt(month(4)))))
                .containsOnly(COMMON_CAUSE);
    }

    @Test
    void rebase_dates_outside_the_series_change_nothing() {
        List<Observation> series = Series.of(ONE_SPIKE);

        XmrChart chart = XmrChart.of(series, MORE_IS_BETTER.rebasedAt(month(-5), month(0), month(99), month(98)));

        assertThat(chart.phases()).isEqualTo(XmrChart.of(series, MORE_IS_BETTER).phases());
    }

    @Test
    void assurance_uses_the_limits_of_the_latest_phase() {
        List<Observation> step = Series.of(1, 2, 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12, 11, 12);
        XmrOptions options = MORE_IS_BETTER.rebasedAt(month(8)).withTarget(5);

        assertThat(XmrChart.of(step, options).assurance()).contains(AssuranceIcon.CONSISTENT_PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "INCREASE, 20, CONSISTENT_FAIL",
        "INCREASE, 0,  CONSISTENT_PASS",
        "INCREASE, 10, INCONSISTENT",
        "DECREASE, 20, CONSISTENT_PASS",
        "DECREASE, 0,  CONSISTENT_FAIL",
        "DECREASE, 10, INCONSISTENT"
    })
    void assurance_follows_the_side_of_the_limits_that_the_target_is_on(
            Improvement improvement, double target, AssuranceIcon expected) {
        XmrOptions options = XmrOptions.of(improvement).withTarget(target);

        assertThat(XmrChart.of(baselineThen(1), options).assurance()).contains(expected);
    }

    @Test
    void a_target_exactly_on_a_limit_is_hit_and_miss() {
        XmrLimits limits = limits(XmrChart.of(baselineThen(1), MORE_IS_BETTER));

        assertThat(XmrChart.of(baselineThen(1), MORE_IS_BETTER.withTarget(limits.upper()))
                        .assurance())
                .contains(AssuranceIcon.INCONSISTENT);
    }

    @Test
    void a_neutral_measure_has_no_assurance_and_names_the_direction_only() {
        XmrOptions neutral = XmrOptions.of(Improvement.NEUTRAL).withTarget(3);
        XmrChart high = XmrChart.of(baselineThen(1, 99), neutral.withBaseline(12));
        XmrChart low = XmrChart.of(baselineThen(1, -99), neutral.withBaseline(12));

        assertThat(high.assurance()).isEmpty();
        assertThat(high.variation()).contains(VariationIcon.NEUTRAL_HIGH);
        assertThat(high.measured().getLast().type().label()).isEqualTo("special_cause_neutral_high");
        assertThat(low.variation()).contains(VariationIcon.NEUTRAL_LOW);
        assertThat(low.measured().getLast().type().label()).isEqualTo("special_cause_neutral_low");
    }

    @Test
    void the_latest_measured_point_decides_the_variation_even_when_a_gap_follows() {
        XmrChart chart = XmrChart.of(baselineThen(1, -99, GAP), MORE_IS_BETTER.withBaseline(12));

        assertThat(chart.variation()).contains(VariationIcon.CONCERN_LOW);
    }

    @Test
    void eleven_points_make_trial_limits_and_twelve_do_not() {
        List<Observation> twelve = baselineThen(1);

        assertThat(XmrChart.of(twelve.subList(0, 11), MORE_IS_BETTER).warnings())
                .singleElement()
                .isInstanceOf(XmrWarning.TrialLimits.class);
        assertThat(XmrChart.of(twelve, MORE_IS_BETTER).warnings()).isEmpty();
        assertThat(XmrChart.of(twelve, MORE_IS_BETTER.withBaseline(6)).warnings())
                .singleElement()
                .isInstanceOf(XmrWarning.ShortBaseline.class);
    }

    @Test
    void a_signal_joins_neighbouring_points_that_mean_the_same() {
        // Seven below the mean, the last of them beyond the limit as well.
        double[] below = {9.5, 9.4, 9.5, 9.4, 9.5, 9.4, 1};

        XmrChart chart = XmrChart.of(twelveAroundTen(below), MORE_IS_BETTER.withBaseline(12));

        assertThat(chart.signals())
                .containsExactly(new XmrSignal(
                        month(12), month(18), 7, VariationIcon.CONCERN_LOW, List.of(BELOW_LOWER_LIMIT, SHIFT_BELOW)));
    }

    @Test
    void the_order_of_the_observations_does_not_matter_and_a_date_may_occur_once_only() {
        List<Observation> ordered = Series.of(ONE_SPIKE);
        List<Observation> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(5));

        assertThat(XmrChart.of(shuffled, MORE_IS_BETTER).points())
                .isEqualTo(XmrChart.of(ordered, MORE_IS_BETTER).points());
        shuffled.add(Observation.of(month(3), 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmrChart.of(shuffled, MORE_IS_BETTER))
                .withMessageContaining(month(3).toString());
    }

    @Test
    void values_and_options_that_cannot_be_charted_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Observation.of(month(0), Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Observation.of(month(0), Double.NEGATIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> MORE_IS_BETTER.withTarget(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> MORE_IS_BETTER.withBaseline(1));
    }

    /** The labels of values that follow a baseline with limits 10 ± 53, so that none of them is outside. */
    private static List<SpecialCause> afterWideBaseline(double... values) {
        List<SpecialCause> causes = causes(XmrChart.of(baselineThen(20, values), MORE_IS_BETTER.withBaseline(12)));
        return causes.subList(12, causes.size());
    }

    private static XmrLimits limits(XmrChart chart) {
        return chart.phases().getLast().limits().orElseThrow();
    }

    /** Twelve values of mean 10 and narrow limits, then more. */
    private static List<Observation> twelveAroundTen(double... more) {
        return baselineThen(1, more);
    }

    /** Twelve values that alternate around 10, each the given distance from the one before, then more. */
    private static List<Observation> baselineThen(double range, double... more) {
        double[] values = new double[12 + more.length];
        for (int i = 0; i < 12; i++) {
            values[i] = 10 + (i % 2 == 0 ? -range / 2 : range / 2);
        }
        System.arraycopy(more, 0, values, 12, more.length);
        return Series.of(values);
    }
}
