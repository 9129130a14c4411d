package org.silkthread.methods.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.Wilson;

class FunnelPropertiesTest {

    @Provide
    Arbitrary<List<FunnelUnit>> units() {
        Arbitrary<Integer> denominators = Arbitraries.integers().between(0, 5000);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(3);
        return Combinators.combine(denominators, shares)
                .as((n, share) -> new double[] {Math.floor(n * share), n})
                .list()
                .ofMaxSize(40)
                .map(counts -> {
                    List<FunnelUnit> units = new ArrayList<>();
                    counts.forEach(c -> units.add(new FunnelUnit("U" + units.size(), c[0], c[1])));
                    return units;
                });
    }

    @Property
    void nothing_is_ever_not_a_number_and_limits_are_in_order_within_0_and_1(@ForAll("units") List<FunnelUnit> units) {
        ProportionFunnel.adjusted(units).ifPresent(funnel -> {
            assertThat(funnel.overdispersion().phi()).isFinite().isNotNegative();
            assertThat(funnel.overdispersion().tau2()).isFinite().isNotNegative();
            for (FunnelPoint point : funnel.points()) {
                assertThat(point.z()).isFinite();
                assertThat(Math.abs(point.zAdjusted())).isLessThanOrEqualTo(Math.abs(point.z()));
                assertOrdered(point.unadjusted());
                assertOrdered(point.adjusted());
                assertThat(point.adjusted().lower998())
                        .isLessThanOrEqualTo(point.unadjusted().lower998());
                assertThat(point.adjusted().upper998())
                        .isGreaterThanOrEqualTo(point.unadjusted().upper998());
            }
        });
        FingertipsProportionFunnel.of(units)
                .ifPresent(funnel -> funnel.points().forEach(point -> assertOrdered(point.limits())));
    }

    @Property
    void splitting_a_unit_into_rows_and_shuffling_them_changes_no_position(
            @ForAll("units") List<FunnelUnit> units, @ForAll @IntRange(min = 0, max = 1000) int seed) {
        List<FunnelUnit> rows = new ArrayList<>();
        for (FunnelUnit unit : units) {
            double x = Math.floor(unit.numerator() / 3);
            double n = Math.floor(unit.denominator() / 3);
            rows.add(new FunnelUnit(unit.group(), x, n));
            rows.add(new FunnelUnit(unit.group(), unit.numerator() - x, unit.denominator() - n));
        }
        Collections.shuffle(rows, new Random(seed));

        assertThat(positions(ProportionFunnel.unadjusted(rows)
                        .map(ProportionFunnel::points)
                        .orElse(List.of())))
                .containsExactlyInAnyOrderElementsOf(positions(ProportionFunnel.unadjusted(units)
                        .map(ProportionFunnel::points)
                        .orElse(List.of())));
    }

    @Property
    void every_method_gives_finite_numbers_and_splitting_rows_changes_no_label(
            @ForAll("units") List<FunnelUnit> units,
            @ForAll FunnelType type,
            @ForAll FunnelMethod.Adjustment adjustment,
            @ForAll FunnelMethod.Tails tails) {
        FunnelMethod method = new FunnelMethod(type, adjustment, tails);
        List<FunnelUnit> halves = new ArrayList<>();
        for (FunnelUnit unit : units) {
            halves.add(new FunnelUnit(unit.group(), unit.numerator() / 2, unit.denominator() / 2));
            halves.add(new FunnelUnit(unit.group(), unit.numerator() / 2, unit.denominator() / 2));
        }

        List<FunnelPoint> points = Funnel.of(units, method).map(Funnel::points).orElse(List.of());

        for (FunnelPoint point : points) {
            assertThat(point.z()).isFinite();
            assertThat(point.zAdjusted()).isFinite();
            for (FunnelLimits limits : List.of(point.unadjusted(), point.adjusted())) {
                assertThat(new double[] {
                            -Double.MAX_VALUE,
                            limits.lower998(),
                            limits.lower95(),
                            limits.upper95(),
                            limits.upper998(),
                            Double.MAX_VALUE
                        })
                        .isSorted();
            }
        }
        assertThat(positions(Funnel.of(halves, method).map(Funnel::points).orElse(List.of())))
                .isEqualTo(positions(points));
    }

    @Property
    void limits_of_every_method_shrink_with_size(
            @ForAll FunnelType type, @ForAll @IntRange(min = 1, max = 2000) int n) {
        FunnelMethod method = new FunnelMethod(type, FunnelMethod.Adjustment.NONE, FunnelMethod.Tails.KEPT);
        Funnel funnel = Funnel.of(List.of(new FunnelUnit("A", 30, 100)), method).orElseThrow();

        assertThat(funnel.limitsAt(n + 1.0).upper998())
                .isLessThanOrEqualTo(funnel.limitsAt(n).upper998());
        assertThat(funnel.limitsAt(n + 1.0).lower998())
                .isGreaterThanOrEqualTo(funnel.limitsAt(n).lower998());
    }

    @Property
    void a_larger_unit_has_narrower_limits(
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.99) double centre,
            @ForAll @IntRange(min = 1, max = 100_000) int n) {
        FunnelLimits small = FingertipsProportionFunnel.limits(centre, n);
        FunnelLimits large = FingertipsProportionFunnel.limits(centre, n + 1.0);

        assertThat(large.lower95()).isGreaterThanOrEqualTo(small.lower95());
        assertThat(large.upper95()).isLessThanOrEqualTo(small.upper95());
    }

    @Property
    void the_wilson_interval_of_a_value_on_a_fingertips_limit_just_touches_the_centre(
            @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 0.95) double centre,
            @ForAll @IntRange(min = 400, max = 100_000) int n) {
        FunnelLimits limits = FingertipsProportionFunnel.limits(centre, n);
        Interval ofUpper = Wilson.interval(limits.upper95() * n, n, ConfidenceLevel.P95);
        Interval ofLower = Wilson.interval(limits.lower998() * n, n, ConfidenceLevel.P99_8);

        assertThat(ofUpper.lower()).isCloseTo(centre, within(1e-12));
        assertThat(ofLower.upper()).isCloseTo(centre, within(1e-12));
    }

    private static List<String> positions(List<FunnelPoint> points) {
        return points.stream()
                .map(point -> point.unit().group() + " " + point.position())
                .toList();
    }

    private static void assertOrdered(FunnelLimits limits) {
        assertThat(new double[] {0, limits.lower998(), limits.lower95(), limits.upper95(), limits.upper998(), 1})
                .isSorted();
    }
}
