package org.silkthread.methods.spc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ShewhartPropertiesTest {

    @Provide
    Arbitrary<List<Subgroup>> periods() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 500);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(2);
        return Combinators.combine(sizes, shares, Arbitraries.integers().between(0, 9))
                .as((size, share, gap) ->
                        gap == 0 ? new double[] {-1, size} : new double[] {Math.floor(size * share), size})
                .list()
                .ofMaxSize(60)
                .map(counts -> {
                    List<Subgroup> periods = new ArrayList<>();
                    for (double[] c : counts) {
                        OptionalDouble count = c[0] < 0 ? OptionalDouble.empty() : OptionalDouble.of(c[0]);
                        periods.add(new Subgroup(Series.month(periods.size()), count, c[1]));
                    }
                    return periods;
                });
    }

    @Property
    void nothing_is_ever_not_a_number_and_limits_are_in_order(
            @ForAll("periods") List<Subgroup> periods,
            @ForAll ShewhartKind kind,
            @ForAll boolean screened,
            @ForAll @IntRange(min = 2, max = 20) int baseline) {
        ShewhartOptions options = ShewhartOptions.of(kind, Improvement.DECREASE)
                .withBaseline(baseline)
                .rebasedAt(Series.month(20))
                .withTarget(0.5);
        ShewhartChart chart = ShewhartChart.of(periods, screened ? options.screened() : options);

        assertThat(chart.points()).hasSameSizeAs(periods);
        for (ShewhartPoint point : chart.points()) {
            point.phase().centre().ifPresent(centre -> assertThat(centre).isFinite());
            point.limits()
                    .ifPresent(l -> assertThat(new double[] {
                                -Double.MAX_VALUE, l.lower(), l.nearLower(), l.nearUpper(), l.upper(), Double.MAX_VALUE
                            })
                            .isSorted());
        }
        assertThat(chart.sentence()).doesNotContain("NaN", "Infinity");
    }

    @Property
    void the_order_of_the_rows_changes_nothing(
            @ForAll("periods") List<Subgroup> periods, @ForAll ShewhartKind kind, @ForAll int seed) {
        List<Subgroup> shuffled = new ArrayList<>(periods);
        Collections.shuffle(shuffled, new Random(seed));
        ShewhartOptions options = ShewhartOptions.of(kind, Improvement.INCREASE);

        assertThat(ShewhartChart.of(shuffled, options).points())
                .isEqualTo(ShewhartChart.of(periods, options).points());
    }

    @Property
    void limits_shrink_as_the_denominator_grows(
            @ForAll @IntRange(min = 1, max = 50) int size, @ForAll @IntRange(min = 0, max = 50) int more) {
        List<Subgroup> periods = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i % 2 == 0 ? size : size + more;
            periods.add(Subgroup.of(Series.month(i), i % 3 == 0 ? Math.floor(n / 2.0) : Math.ceil(n / 3.0), n));
        }
        for (ShewhartKind kind : ShewhartKind.values()) {
            if (kind.needsDenominator()) {
                List<ShewhartPoint.Measured> points = ShewhartChart.of(
                                periods, ShewhartOptions.of(kind, Improvement.NEUTRAL))
                        .measured();
                assertThat(points.get(1).limits().orElseThrow().upper())
                        .isLessThanOrEqualTo(
                                points.get(0).limits().orElseThrow().upper());
            }
        }
    }

    @Property
    void runs_and_crossings_are_those_of_a_plain_reading(@ForAll List<@IntRange(min = -1, max = 1) Integer> sides) {
        RunsTest runs = RunsTest.of(sides.stream().mapToInt(Integer::intValue).toArray());
        List<Integer> useful = sides.stream().filter(s -> s != 0).toList();
        int crossings = 0;
        for (int i = 1; i < useful.size(); i++) {
            crossings += useful.get(i).equals(useful.get(i - 1)) ? 0 : 1;
        }

        assertThat(runs.useful()).isEqualTo(useful.size());
        assertThat(runs.crossings()).isEqualTo(crossings);
        assertThat(runs.longestRun()).isEqualTo(longest(useful));
    }

    private static int longest(List<Integer> useful) {
        for (int length = useful.size(); length > 0; length--) {
            for (int from = 0; from + length <= useful.size(); from++) {
                if (useful.subList(from, from + length).stream().distinct().count() == 1) {
                    return length;
                }
            }
        }
        return 0;
    }
}
