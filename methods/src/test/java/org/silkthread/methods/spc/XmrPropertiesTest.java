package org.silkthread.methods.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class XmrPropertiesTest {

    private static final XmrOptions OPTIONS = XmrOptions.of(Improvement.INCREASE);

    /** Small whole numbers, so that ties, trends and points on the mean are common, and arithmetic is exact. */
    @Provide
    Arbitrary<double[]> smallSeries() {
        return Arbitraries.integers()
                .between(0, 12)
                .map(Integer::doubleValue)
                .list()
                .ofMaxSize(60)
                .map(XmrPropertiesTest::array);
    }

    /** Anything an observation may hold, with gaps. */
    @Provide
    Arbitrary<double[]> wildSeries() {
        Arbitrary<Double> wild = Arbitraries.of(
                0.0, -0.0, 1e300, -1e300, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-300, 0.1, 0.3, 7.0, 1e16, Series.GAP);
        return wild.list().ofMaxSize(40).map(XmrPropertiesTest::array);
    }

    @Property
    void nothing_is_ever_not_a_number(
            @ForAll("wildSeries") double[] values,
            @ForAll boolean screened,
            @ForAll @IntRange(min = 2, max = 20) int n) {
        XmrOptions fixed = OPTIONS.withBaseline(n).rebasedAt(Series.month(15)).withTarget(1);
        XmrChart chart = XmrChart.of(Series.of(values), screened ? fixed : fixed.unscreened());

        assertThat(chart.points()).hasSize(values.length);
        for (XmrPhase phase : chart.phases()) {
            phase.centre().ifPresent(centre -> assertThat(centre).isFinite());
            phase.limits()
                    .ifPresent(limits -> assertThat(
                                    new double[] {limits.lower(), limits.nearLower(), limits.nearUpper(), limits.upper()
                                    })
                            .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                            .isSorted());
        }
        assertThat(chart.sentence()).doesNotContain("NaN", "Infinity");
    }

    @Property
    void moving_and_stretching_the_scale_moves_and_stretches_the_lines_and_changes_no_label(
            @ForAll("smallSeries") double[] values,
            @ForAll @IntRange(min = -1000, max = 1000) int shift,
            @ForAll @IntRange(min = -3, max = 5) int doublings) {
        double scale = Math.pow(2, doublings);
        XmrChart plain = XmrChart.of(Series.of(values), OPTIONS);
        double[] moved = DoubleStream.of(values).map(v -> (v + shift) * scale).toArray();
        XmrChart changed = XmrChart.of(Series.of(moved), OPTIONS);

        for (int i = 0; i < values.length; i++) {
            XmrPoint.Measured before = plain.measured().get(i);
            XmrPoint.Measured after = changed.measured().get(i);
            double tolerance = 1e-11 * scale;
            assertThat(after.centre()).isCloseTo((before.centre() + shift) * scale, within(tolerance));
            before.limits().ifPresent(limits -> {
                XmrLimits movedLimits = after.limits().orElseThrow();
                assertThat(movedLimits.upper()).isCloseTo((limits.upper() + shift) * scale, within(tolerance));
                assertThat(movedLimits.lower()).isCloseTo((limits.lower() + shift) * scale, within(tolerance));
            });
            if (farFromEveryLine(before)) {
                assertThat(after.outside()).isEqualTo(before.outside());
                assertThat(after.close()).isEqualTo(before.close());
            }
        }
    }

    @Property
    void upside_down_every_label_changes_its_direction_and_no_point_its_kind(@ForAll("smallSeries") double[] values) {
        XmrChart up = XmrChart.of(Series.of(values), OPTIONS);
        double[] mirrored = DoubleStream.of(values).map(v -> -v).toArray();
        XmrChart down = XmrChart.of(Series.of(mirrored), XmrOptions.of(Improvement.DECREASE));

        for (int i = 0; i < values.length; i++) {
            SpecialCause cause = up.measured().get(i).specialCause();
            assertThat(down.measured().get(i).specialCause().direction()).isEqualTo(-cause.direction());
            assertThat(down.measured().get(i).type())
                    .isEqualTo(up.measured().get(i).type());
        }
    }

    @Property
    void points_after_a_fixed_baseline_do_not_move_the_lines(
            @ForAll("smallSeries") double[] values, @ForAll @IntRange(min = 2, max = 30) int baseline) {
        double[] first = DoubleStream.of(values).limit(baseline).toArray();

        List<XmrPhase> all =
                XmrChart.of(Series.of(values), OPTIONS.withBaseline(baseline)).phases();
        List<XmrPhase> early = XmrChart.of(Series.of(first), OPTIONS).phases();

        assertThat(all)
                .extracting(XmrPhase::limits)
                .isEqualTo(early.stream().map(XmrPhase::limits).toList());
        assertThat(all)
                .extracting(XmrPhase::centre)
                .isEqualTo(early.stream().map(XmrPhase::centre).toList());
    }

    @Property
    void labels_agree_with_the_rules_read_literally(@ForAll("smallSeries") double[] values) {
        List<XmrPoint.Measured> points = XmrChart.of(Series.of(values), OPTIONS).measured();

        for (int i = 0; i < points.size(); i++) {
            assertThat(points.get(i).specialCause().label())
                    .as("point %s of %s", i, points)
                    .isEqualTo(LiteralRules.label(points, i));
        }
    }

    /** Rounding may put a point that is mathematically on a line on either side of it. */
    private static boolean farFromEveryLine(XmrPoint.Measured point) {
        return point.limits()
                .map(limits -> DoubleStream.of(limits.lower(), limits.nearLower(), limits.nearUpper(), limits.upper())
                        .noneMatch(line -> Math.abs(line - point.value()) < 1e-9))
                .orElse(true);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
