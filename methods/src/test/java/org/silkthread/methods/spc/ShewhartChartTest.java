package org.silkthread.methods.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.silkthread.methods.spc.Series.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShewhartChartTest {

    @ParameterizedTest
    @EnumSource
    void a_constant_series_is_common_cause_with_its_value_inside_the_limits(ShewhartKind kind) {
        List<Subgroup> same = IntStream.range(0, 20)
                .mapToObj(i -> Subgroup.of(month(i), 3, kind.needsDenominator() ? 10 : 1))
                .toList();

        ShewhartChart chart = ShewhartChart.of(same, ShewhartOptions.of(kind, Improvement.DECREASE));

        assertThat(chart.isSignal()).isFalse();
        assertThat(chart.variation()).contains(VariationIcon.COMMON_CAUSE);
        assertThat(chart.measured()).allMatch(point -> !point.outside());
        assertThat(chart.sentence()).startsWith("No change").doesNotContain("NaN");
    }

    @ParameterizedTest
    @EnumSource
    void no_periods_one_period_and_nothing_but_gaps_are_charts_without_a_signal(ShewhartKind kind) {
        ShewhartOptions options = ShewhartOptions.of(kind, Improvement.INCREASE).withTarget(1);
        List<Subgroup> one = List.of(Subgroup.of(month(0), 1, kind.needsDenominator() ? 2 : 1));

        for (List<Subgroup> periods :
                List.of(List.<Subgroup>of(), one, List.of(Subgroup.missing(month(0)), Subgroup.missing(month(1))))) {
            ShewhartChart chart = ShewhartChart.of(periods, options);

            assertThat(chart.points()).hasSameSizeAs(periods);
            assertThat(chart.isSignal()).isFalse();
            assertThat(chart.sentence()).isNotBlank();
        }
        assertThat(ShewhartChart.of(one, options).measured()).hasSize(kind == ShewhartKind.MOVING_RANGE ? 0 : 1);
    }

    @Test
    void nobody_to_treat_is_a_gap_and_not_a_share_of_nothing() {
        ShewhartChart chart = ShewhartChart.of(
                List.of(Subgroup.of(month(0), 1, 10), Subgroup.of(month(1), 0, 0), Subgroup.of(month(2), 3, 10)),
                ShewhartOptions.of(ShewhartKind.PROPORTION, Improvement.DECREASE));

        assertThat(chart.points().get(1)).isInstanceOf(ShewhartPoint.Missing.class);
        assertThat(chart.points().get(1).limits()).isEmpty();
        assertThat(chart.phases().getFirst().centre()).hasValue(0.2);
    }

    @Test
    void a_missing_count_takes_its_denominator_out_of_the_centre_line_and_keeps_its_limits() {
        Subgroup unknown = new Subgroup(month(1), OptionalDouble.empty(), 30);
        ShewhartChart chart = ShewhartChart.of(
                List.of(Subgroup.of(month(0), 1, 10), unknown, Subgroup.of(month(2), 3, 10)),
                ShewhartOptions.of(ShewhartKind.PROPORTION, Improvement.DECREASE));

        assertThat(chart.phases().getFirst().centre()).hasValue(0.2);
        assertThat(chart.points().get(1).limits()).isPresent();
    }

    @Test
    void limits_of_shares_stay_within_0_and_1_and_of_rates_above_0() {
        List<Subgroup> shares = IntStream.range(0, 10)
                .mapToObj(i -> Subgroup.of(month(i), i % 2, 2))
                .toList();

        assertThat(last(shares, ShewhartKind.PROPORTION)).isEqualTo(new ControlLimits(0, 0, limit(2), 1));
        assertThat(last(shares, ShewhartKind.RATE).lower()).isZero();
        assertThat(last(shares, ShewhartKind.RATE).upper()).isGreaterThan(1);
    }

    @Test
    void laney_limits_are_those_of_chance_times_the_movement_of_the_standardised_values() {
        List<Subgroup> wide = IntStream.range(0, 24)
                .mapToObj(i -> Subgroup.of(month(i), i % 2 == 0 ? 4_800 : 5_200, 10_000))
                .toList();

        ControlLimits chance = last(wide, ShewhartKind.PROPORTION);
        ControlLimits laney = last(wide, ShewhartKind.PROPORTION_LANEY);

        // z is ∓4, so neighbours are 8 apart.
        assertThat((laney.upper() - 0.5) / (chance.upper() - 0.5)).isCloseTo(8 / 1.128, within(1e-12));
    }

    @Test
    void more_time_between_harms_is_an_improvement_when_fewer_are_wanted() {
        List<Subgroup> gaps = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            gaps.add(Subgroup.of(month(i), 2 + i % 3));
        }
        gaps.add(Subgroup.of(month(30), 400));

        ShewhartChart g = ShewhartChart.of(gaps, ShewhartOptions.of(ShewhartKind.CASES_BETWEEN, Improvement.DECREASE));
        ShewhartChart t = ShewhartChart.of(gaps, ShewhartOptions.of(ShewhartKind.TIME_BETWEEN, Improvement.DECREASE));

        assertThat(g.variation()).contains(VariationIcon.IMPROVEMENT_HIGH);
        assertThat(t.variation()).contains(VariationIcon.IMPROVEMENT_HIGH);
        assertThat(t.sentence()).startsWith("A change for the better in July 2026: above the upper control limit.");
    }

    @Test
    void two_events_of_one_day_lie_half_a_day_apart() {
        LocalDate day = month(0);

        List<Subgroup> times = EventTimes.between(List.of(day.plusDays(2), day, day.plusDays(2)));
        ShewhartChart chart =
                ShewhartChart.of(times, ShewhartOptions.of(ShewhartKind.TIME_BETWEEN, Improvement.DECREASE));

        assertThat(chart.points()).hasSize(3);
        assertThat(chart.measured().get(0).value()).isCloseTo(2, within(1e-12));
        assertThat(chart.measured().get(1).value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_run_that_is_too_long_is_marked_from_end_to_end_and_points_on_the_line_are_passed_over() {
        double[] values = {1, 9, 1, 9, 1, 9, 1, 9, 6, 6, 6, 5, 6, 6, 6, 6, 6, 1, 2, 1, 2, 1, 1, 2, 1};

        ShewhartChart chart =
                ShewhartChart.of(periods(values), ShewhartOptions.of(ShewhartKind.RUN, Improvement.INCREASE));

        assertThat(chart.phases().getFirst().centre()).hasValue(5);
        assertThat(chart.measured().stream()
                        .map(ShewhartPoint.Measured::signal)
                        .filter(ShewhartSignal.LONG_RUN_ABOVE::equals))
                .hasSize(9);
        assertThat(chart.measured().get(11).signal()).isEqualTo(ShewhartSignal.COMMON_CAUSE);
        assertThat(chart.sentence())
                .startsWith("No change at present")
                .contains("a change for the better from August 2024 to May 2025: an unusually long run above");
    }

    @Test
    void too_few_crossings_are_a_signal_of_the_whole_and_of_no_point() {
        double[] values = {1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1};

        ShewhartChart chart =
                ShewhartChart.of(periods(values), ShewhartOptions.of(ShewhartKind.RUN, Improvement.INCREASE));

        assertThat(chart.isSignal()).isTrue();
        assertThat(chart.measured()).allMatch(p -> p.signal() == ShewhartSignal.COMMON_CAUSE);
        assertThat(chart.sentence())
                .contains("cross the centre line 4 times where chance would make it 6 times or more");
    }

    @Test
    void rebasing_gives_each_phase_its_own_lines_and_runs() {
        double[] values = {10, 11, 10, 11, 10, 11, 20, 21, 20, 21, 20, 21};

        ShewhartChart chart = ShewhartChart.of(
                periods(values),
                ShewhartOptions.of(ShewhartKind.INDIVIDUALS, Improvement.DECREASE)
                        .rebasedAt(month(6)));

        assertThat(chart.phases())
                .extracting(ShewhartPhase::centre)
                .containsExactly(OptionalDouble.of(10.5), OptionalDouble.of(20.5));
        assertThat(chart.isSignal()).isFalse();
    }

    @Test
    void a_baseline_fixes_the_lines_for_what_follows() {
        double[] values = {10, 11, 10, 11, 30, 31};

        ShewhartChart chart = ShewhartChart.of(
                periods(values),
                ShewhartOptions.of(ShewhartKind.INDIVIDUALS, Improvement.DECREASE)
                        .withBaseline(4));

        assertThat(chart.phases().getFirst().centre()).hasValue(10.5);
        assertThat(chart.measured().getLast().signal()).isEqualTo(ShewhartSignal.ABOVE_UPPER_LIMIT);
        assertThat(chart.variation()).contains(VariationIcon.CONCERN_HIGH);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertRefused(ShewhartKind.PROPORTION, Subgroup.of(month(0), 3, 2));
        assertRefused(ShewhartKind.RATE, Subgroup.of(month(0), -1, 2));
        assertRefused(ShewhartKind.COUNT, Subgroup.of(month(0), -1));
        assertRefused(ShewhartKind.TIME_BETWEEN, Subgroup.of(month(0), -1));
        assertRefused(ShewhartKind.RUN, Subgroup.of(month(0), 1), Subgroup.of(month(0), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Subgroup.of(month(0), Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Subgroup.of(month(0), 1, -1));
    }

    private static void assertRefused(ShewhartKind kind, Subgroup... periods) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShewhartChart.of(List.of(periods), ShewhartOptions.of(kind, Improvement.NEUTRAL)));
    }

    private static double limit(int sigmas) {
        return 0.25 + sigmas * Math.sqrt(0.25 * 0.75 / 2);
    }

    private static ControlLimits last(List<Subgroup> periods, ShewhartKind kind) {
        return ShewhartChart.of(periods, ShewhartOptions.of(kind, Improvement.NEUTRAL))
                .measured()
                .getLast()
                .limits()
                .orElseThrow();
    }

    private static List<Subgroup> periods(double... values) {
        List<Subgroup> periods = new ArrayList<>();
        for (double value : values) {
            periods.add(Subgroup.of(month(periods.size()), value));
        }
        return periods;
    }
}
