package org.silkthread.methods.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionFunnelTest {

    @Test
    void the_rows_of_one_group_are_added_up_in_order_of_first_appearance() {
        ProportionFunnel funnel = ProportionFunnel.unadjusted(
                        List.of(new FunnelUnit("B", 1, 10), new FunnelUnit("A", 5, 10), new FunnelUnit("B", 3, 10)))
                .orElseThrow();

        assertThat(funnel.points())
                .extracting(FunnelPoint::unit)
                .containsExactly(new FunnelUnit("B", 4, 20), new FunnelUnit("A", 5, 10));
        assertThat(funnel.centre()).isEqualTo(0.3);
    }

    @Test
    void nothing_to_compare_makes_no_funnel() {
        assertThat(ProportionFunnel.adjusted(List.of())).isEmpty();
        assertThat(ProportionFunnel.adjusted(List.of(new FunnelUnit("A", 0, 0))))
                .isEmpty();
        assertThat(FingertipsProportionFunnel.of(List.of(new FunnelUnit("A", 0, 0))))
                .isEmpty();
    }

    @Test
    void a_unit_with_an_empty_denominator_is_listed_apart_and_changes_nothing() {
        FunnelUnit empty = new FunnelUnit("E", 0, 0);
        List<FunnelUnit> others = List.of(new FunnelUnit("A", 5, 10), new FunnelUnit("B", 30, 70));
        List<FunnelUnit> all = List.of(others.getFirst(), empty, others.getLast());

        ProportionFunnel funnel = ProportionFunnel.adjusted(all).orElseThrow();

        assertThat(funnel.unplaced()).containsExactly(empty);
        assertThat(funnel.points())
                .isEqualTo(ProportionFunnel.adjusted(others).orElseThrow().points());
        assertThat(FingertipsProportionFunnel.of(all).orElseThrow().unplaced()).containsExactly(empty);
    }

    @Test
    void one_unit_lies_on_its_own_centre_and_is_not_over_dispersed() {
        ProportionFunnel funnel =
                ProportionFunnel.adjusted(List.of(new FunnelUnit("A", 3, 17))).orElseThrow();

        assertThat(funnel.overdispersion()).isEqualTo(new Overdispersion(0, 0, 1));
        assertThat(funnel.isAdjusted()).isFalse();
        assertThat(funnel.points().getFirst().z()).isZero();
        assertThat(funnel.points().getFirst().position()).isEqualTo(FunnelPosition.WITHIN);
    }

    @Test
    void none_and_all_of_a_denominator_are_ordinary_values() {
        ProportionFunnel funnel = ProportionFunnel.unadjusted(List.of(
                        new FunnelUnit("none", 0, 50), new FunnelUnit("all", 50, 50), new FunnelUnit("half", 25, 50)))
                .orElseThrow();

        assertThat(funnel.points())
                .extracting(FunnelPoint::position)
                .containsExactly(FunnelPosition.BELOW_99_8, FunnelPosition.ABOVE_99_8, FunnelPosition.WITHIN);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1"})
    void when_every_unit_has_none_or_every_unit_all_nobody_is_an_outlier(double share, double centre) {
        List<FunnelUnit> units = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> new FunnelUnit("U" + i, share * i * 7, i * 7))
                .toList();

        ProportionFunnel funnel = ProportionFunnel.adjusted(units).orElseThrow();
        FingertipsProportionFunnel fingertips =
                FingertipsProportionFunnel.of(units).orElseThrow();

        assertThat(funnel.centre()).isEqualTo(centre);
        assertThat(funnel.points()).allMatch(point -> point.position() == FunnelPosition.WITHIN);
        assertThat(fingertips.points()).allMatch(point -> point.position() == FunnelPosition.WITHIN);
    }

    @Test
    void limits_of_a_tiny_unit_stay_at_the_ends_instead_of_turning_back() {
        ProportionFunnel funnel = ProportionFunnel.unadjusted(
                        List.of(new FunnelUnit("A", 1, 100), new FunnelUnit("B", 3, 300)))
                .orElseThrow();

        // On the arcsine scale the lower limit of one patient would be an angle below 0, whose sine squared is large.
        assertThat(funnel.limitsAt(1).lower95()).isZero();
        assertThat(funnel.limitsAt(1).upper998()).isEqualTo(1);
        assertThat(funnel.limitsAt(1e9).lower998()).isCloseTo(0.01, within(1e-4));
    }

    @Test
    void the_centre_and_spread_follow_the_published_formula() {
        // Four equal units of 100 with 10, 20, 20 and 30 events, worked by hand from the formula.
        ProportionFunnel funnel = ProportionFunnel.adjusted(List.of(
                        new FunnelUnit("A", 10, 100),
                        new FunnelUnit("B", 20, 100),
                        new FunnelUnit("C", 20, 100),
                        new FunnelUnit("D", 30, 100)))
                .orElseThrow();

        double centre = Math.asin(Math.sqrt(0.2));
        double low = (Math.asin(Math.sqrt(0.1)) - centre) * 20;
        double high = (Math.asin(Math.sqrt(0.3)) - centre) * 20;
        // The 10th and 90th percentiles of (low, 0, 0, high) lie three tenths of a step from the ends.
        double phi = (Math.pow(0.7 * low, 2) + Math.pow(0.7 * high, 2)) / 4;
        assertThat(funnel.overdispersion().phi()).isCloseTo(phi, within(1e-12));
        // With equal weights of 400, Σw - Σw²/Σw = 1600 - 400.
        double tau2 = (4 * phi - 3) / 1200;
        assertThat(funnel.overdispersion().tau2()).isCloseTo(tau2, within(1e-15));
        double upper = Math.pow(Math.sin(centre + 1.959964 * Math.sqrt(0.0025 + tau2)), 2);
        assertThat(funnel.points().getFirst().adjusted().upper95()).isCloseTo(upper, within(1e-12));
        assertThat(funnel.limitsAt(100).upper95())
                .isEqualTo(funnel.points().getFirst().adjusted().upper95());
    }

    @Test
    void units_that_agree_better_than_chance_leave_the_limits_unadjusted() {
        List<FunnelUnit> alike = IntStream.range(0, 10)
                .mapToObj(i -> new FunnelUnit("U" + i, 20, 100))
                .toList();

        ProportionFunnel funnel = ProportionFunnel.adjusted(alike).orElseThrow();

        assertThat(funnel.overdispersion().isPresent()).isFalse();
        assertThat(funnel.overdispersion().tau2()).isZero();
        assertThat(funnel.isAdjusted()).isFalse();
    }

    @Test
    void a_value_on_a_limit_is_inside_it() {
        FunnelLimits limits = new FunnelLimits(0.3, 0.5, 0.2, 0.6);

        assertThat(limits.positionOf(0.3)).isEqualTo(FunnelPosition.WITHIN);
        assertThat(limits.positionOf(0.5)).isEqualTo(FunnelPosition.WITHIN);
        assertThat(limits.positionOf(0.2)).isEqualTo(FunnelPosition.BELOW_95);
        assertThat(limits.positionOf(0.6)).isEqualTo(FunnelPosition.ABOVE_95);
        assertThat(limits.positionOf(0.19)).isEqualTo(FunnelPosition.BELOW_99_8);
        assertThat(limits.positionOf(0.61)).isEqualTo(FunnelPosition.ABOVE_99_8);
        assertThat(FunnelPosition.ABOVE_95.isBeyond95()).isTrue();
        assertThat(FunnelPosition.ABOVE_95.isOutlier()).isFalse();
    }

    @Test
    void impossible_counts_are_refused_with_the_name_of_the_unit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionFunnel.adjusted(List.of(new FunnelUnit("RX1", 11, 10))))
                .withMessageContaining("RX1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FunnelUnit("RX1", -1, 10))
                .withMessageContaining("RX1");
        assertThatIllegalArgumentException().isThrownBy(() -> new FunnelUnit("RX1", 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> FingertipsProportionFunnel.limits(1.1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> FingertipsProportionFunnel.limits(0.5, 0));
    }
}
