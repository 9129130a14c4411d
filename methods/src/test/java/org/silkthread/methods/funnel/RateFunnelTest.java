package org.silkthread.methods.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateFunnelTest {

    /** Computed with FunnelPlotR at commit 9020d49 on the medpar data: unadjusted limits for 523.7 expected events. */
    @Test
    void units_that_differ_by_chance_alone_get_the_exact_poisson_limits_of_the_reference() {
        RateFunnel funnel =
                RateFunnel.of(List.of(new FunnelUnit("a", 523.7, 523.7))).orElseThrow();

        FunnelLimits limits = funnel.points().getFirst().limits();

        assertThat(funnel.isAdjusted()).isFalse();
        assertThat(limits.lower95()).isCloseTo(0.916176729131235, within(1e-9));
        assertThat(limits.upper95()).isCloseTo(1.08943116772766, within(1e-9));
        assertThat(limits.lower998()).isCloseTo(0.870385907498536, within(1e-9));
        assertThat(limits.upper998()).isCloseTo(1.14253301232777, within(1e-9));
    }

    @Test
    void one_unit_far_above_an_even_crowd_is_beyond_the_outer_limit_and_the_crowd_is_not() {
        List<FunnelUnit> units = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            units.add(new FunnelUnit("unit" + i, 20 + (i % 3 - 1) * 3, 100_000));
        }
        units.add(new FunnelUnit("outlier", 70, 100_000));

        RateFunnel funnel = RateFunnel.of(units).orElseThrow();

        assertThat(funnel.points())
                .filteredOn(point -> point.position().isOutlier())
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.unit().group()).isEqualTo("outlier");
                    assertThat(point.position()).isEqualTo(FunnelPosition.ABOVE_99_8);
                });
    }

    @Test
    void limits_widen_when_units_differ_more_than_chance_explains() {
        List<FunnelUnit> units = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            units.add(new FunnelUnit("unit" + i, i % 2 == 0 ? 60 : 140, 100_000));
        }

        RateFunnel funnel = RateFunnel.of(units).orElseThrow();

        assertThat(funnel.isAdjusted()).isTrue();
        assertThat(funnel.overdispersion().phi()).isGreaterThan(10);
        assertThat(funnel.points()).noneMatch(point -> point.position().isOutlier());
        assertThat(funnel.limitsAt(100_000).lower998()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void rows_of_one_group_are_added_up_and_units_without_exposure_stand_apart() {
        RateFunnel funnel = RateFunnel.of(
                        List.of(new FunnelUnit("a", 3, 50), new FunnelUnit("a", 4, 50), new FunnelUnit("none", 0, 0)))
                .orElseThrow();

        assertThat(funnel.points()).singleElement().satisfies(point -> {
            assertThat(point.unit()).isEqualTo(new FunnelUnit("a", 7, 100));
            assertThat(point.value()).isEqualTo(0.07);
        });
        assertThat(funnel.unplaced()).extracting(FunnelUnit::group).containsExactly("none");
    }

    @Test
    void no_events_anywhere_make_no_funnel() {
        assertThat(RateFunnel.of(List.of(new FunnelUnit("a", 0, 100)))).isEmpty();
        assertThat(RateFunnel.of(List.of())).isEmpty();
    }

    @Test
    void a_size_of_zero_has_no_limits() {
        RateFunnel funnel = RateFunnel.of(List.of(new FunnelUnit("a", 1, 10))).orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> funnel.limitsAt(0))
                .withMessageContaining("above zero");
    }
}
