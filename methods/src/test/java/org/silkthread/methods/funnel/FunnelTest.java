package org.silkthread.methods.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silkthread.methods.funnel.FunnelMethod.Adjustment;
import org.silkthread.methods.funnel.FunnelMethod.Tails;

class FunnelTest {

    @Test
    void a_unit_with_none_observed_has_a_finite_score_below_all_others() {
        List<FunnelUnit> units = units(10, 12, 9, 11, 0, 10, 13, 8, 10, 11);

        Funnel funnel = Funnel.of(units, FunnelMethod.shmi()).orElseThrow();

        FunnelPoint none = funnel.points().get(4);
        assertThat(none.z()).isCloseTo(-2 * Math.sqrt(10), within(1e-12));
        assertThat(none.value()).isZero();
        assertThat(none.position()).isEqualTo(FunnelPosition.BELOW_99_8);
        assertThat(funnel.overdispersion().units()).isEqualTo(8);
    }

    @Test
    void units_that_differ_by_less_than_chance_keep_the_limits_of_chance() {
        Funnel funnel =
                Funnel.of(units(10, 10, 11, 9, 10, 10), FunnelMethod.shmi()).orElseThrow();

        assertThat(funnel.overdispersion().phi()).isLessThan(1);
        assertThat(funnel.isAdjusted()).isFalse();
        assertThat(funnel.limitsAt(10)).isEqualTo(funnel.points().getFirst().unadjusted());
        // Exact Poisson: 4.795389 and 18.39036 events.
        assertThat(funnel.limitsAt(10).lower95()).isCloseTo(0.4795389, within(1e-7));
        assertThat(funnel.limitsAt(10).upper95()).isCloseTo(1.839036, within(1e-6));
    }

    @Test
    void multiplicative_limits_are_those_of_the_scale_times_the_root_of_phi() {
        FunnelMethod multiplicative = FunnelMethod.cqc().with(Adjustment.MULTIPLICATIVE);
        Funnel funnel = Funnel.of(units(4, 25, 8, 16, 2, 30), multiplicative).orElseThrow();

        double phi = funnel.overdispersion().phi();
        FunnelPoint point = funnel.points().getFirst();
        assertThat(phi).isGreaterThan(1);
        assertThat(point.adjusted().upper95() - 1)
                .isCloseTo(1.959964 * Math.sqrt(phi) / (2 * Math.sqrt(10)), within(1e-12));
        assertThat(point.zAdjusted()).isCloseTo(point.z() / Math.sqrt(phi), within(1e-12));
    }

    @Test
    void what_is_kept_winsorised_or_truncated_changes_phi_in_that_order() {
        List<FunnelUnit> units = units(1, 9, 10, 11, 10, 9, 12, 10, 11, 10, 9, 40);

        double kept = phi(units, Tails.KEPT);
        double winsorised = phi(units, Tails.WINSORISED);
        double truncated = phi(units, Tails.TRUNCATED);

        assertThat(kept).isGreaterThan(winsorised);
        assertThat(winsorised).isGreaterThan(truncated);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_one_unit_and_units_without_a_denominator_are_defined(FunnelType type) {
        FunnelMethod method = new FunnelMethod(type, Adjustment.ADDITIVE, Tails.TRUNCATED);

        assertThat(Funnel.of(List.of(), method)).isEmpty();
        assertThat(Funnel.of(List.of(new FunnelUnit("A", 0, 0)), method)).isEmpty();
        Funnel one = Funnel.of(List.of(new FunnelUnit("A", 5, 10), new FunnelUnit("B", 0, 0)), method)
                .orElseThrow();
        assertThat(one.points()).hasSize(1);
        assertThat(one.unplaced()).hasSize(1);
        assertThat(one.overdispersion().tau2()).isZero();
    }

    @Test
    void ratios_of_counts_without_an_event_make_no_funnel() {
        assertThat(Funnel.of(units(0, 0), FunnelMethod.ratiosOfCounts())).isEmpty();
    }

    @Test
    void an_expectation_that_rounds_to_nothing_is_not_placed() {
        List<FunnelUnit> units = List.of(new FunnelUnit("A", 1, 0.004), new FunnelUnit("B", 5, 4.999));

        Funnel funnel = Funnel.of(units, FunnelMethod.shmi()).orElseThrow();

        assertThat(funnel.points()).hasSize(1);
        assertThat(funnel.points().getFirst().unit().denominator()).isEqualTo(5);
        assertThat(funnel.unplaced()).hasSize(1);
    }

    private static double phi(List<FunnelUnit> units, Tails tails) {
        return Funnel.of(units, FunnelMethod.cqc().with(tails))
                .orElseThrow()
                .overdispersion()
                .phi();
    }

    /** Units of which 10 events were expected. */
    private static List<FunnelUnit> units(double... observed) {
        List<FunnelUnit> units = new ArrayList<>();
        for (double o : observed) {
            units.add(new FunnelUnit("U" + units.size(), o, 10));
        }
        return units;
    }
}
