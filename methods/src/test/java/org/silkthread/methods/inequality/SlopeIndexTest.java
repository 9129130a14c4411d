package org.silkthread.methods.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.Workbook;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;

class SlopeIndexTest {

    /** The published limits are simulated, too. */
    private static final double SIMULATED = 0.02;

    @Test
    void values_on_a_line_have_its_slope_intercept_and_ratio() {
        List<QuantileValue> quantiles = new ArrayList<>();
        double[] people = {100, 300, 200, 250, 150};
        double before = 0;
        for (double share : people) {
            double place = (before + share / 2) / 1000;
            quantiles.add(new QuantileValue(share, 70 + 8 * place, 0.5));
            before += share;
        }
        SlopeIndex index = SlopeIndex.of(quantiles, SlopeIndex.Options.of(Scale.LINEAR));

        assertThat(index.slope()).isCloseTo(8, Close.to(8, 1e-12));
        assertThat(index.intercept()).isCloseTo(70, Close.to(70, 1e-12));
        assertThat(index.relative()).isCloseTo(78 / 70.0, Close.to(1, 1e-12));
    }

    @Test
    void published_indices_are_reproduced_and_their_simulated_limits_are_near() {
        Map<List<String>, List<Map<String, String>>> cases = new LinkedHashMap<>();
        for (Map<String, String> row : Workbook.rows("PHEindicatormethods/testdata_SII.xlsx", "testdata_SII")) {
            cases.computeIfAbsent(
                            List.of(
                                    text(row, "TestDescription"),
                                    text(row, "Area"),
                                    text(row, "Grouping1"),
                                    text(row, "Grouping2")),
                            first -> new ArrayList<>())
                    .add(row);
        }
        int compared = 0;
        for (List<Map<String, String>> rows : cases.values()) {
            String what = text(rows.getFirst(), "TestDescription");
            // Its limits are of groups of areas together.
            if (!text(rows.getFirst(), "sii").isEmpty()
                    && !what.contains("rror handling")
                    && !what.contains("arning")) {
                assertPublished(what, rows);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static void assertPublished(String what, List<Map<String, String>> rows) {
        Map<String, String> first = rows.getFirst();
        Scale scale = Scale.values()[Integer.parseInt(text(first, "ValueType"))];
        double multiplier = what.contains("(x 100)")
                ? 100
                : what.contains("(x -100)") ? -100 : what.contains("negative multiplier") ? -1 : 1;
        SlopeIndex.Options options = new SlopeIndex.Options(scale, what.contains("transform"), multiplier);
        List<QuantileValue> quantiles = rows.stream()
                .map(row -> QuantileValue.withLimits(
                        number(row, "Population"),
                        number(row, "Value"),
                        number(row, "LowerCL"),
                        number(row, "UpperCL"),
                        scale))
                .toList();
        SlopeIndex index = SlopeIndex.of(quantiles, options);
        assertThat(index.slope()).as(what).isCloseTo(number(first, "sii"), Close.to(number(first, "sii")));
        if (!text(first, "rii").isEmpty()) {
            assertThat(index.relative()).as(what).isCloseTo(number(first, "rii"), Close.to(number(first, "rii")));
        }
        if (!text(first, "Intercept").isEmpty()) {
            assertThat(index.intercept())
                    .as(what)
                    .isCloseTo(number(first, "Intercept"), Close.to(number(first, "Intercept")));
        }
        if (!text(first, "sii_lowercl_1").isEmpty()) {
            ConfidenceLevel level = ConfidenceLevel.of(
                    what.contains("99%") ? 99 : what.contains("98") && !what.contains("95") ? 98 : 95);
            assertNear(what, index.slopeInterval(level), first, "sii");
            if (!text(first, "rii_lowercl_1").isEmpty()) {
                assertNear(what, index.relativeInterval(level), first, "rii");
            }
        }
    }

    private static void assertNear(String what, Interval interval, Map<String, String> row, String name) {
        double lower = number(row, name + "_lowercl_1");
        double upper = number(row, name + "_uppercl_1");
        assertThat(interval.lower()).as(what).isCloseTo(lower, within(SIMULATED * (upper - lower)));
        assertThat(interval.upper()).as(what).isCloseTo(upper, within(SIMULATED * (upper - lower)));
    }

    @Test
    void simulated_limits_agree_with_exact_ones_where_there_are_both() {
        List<QuantileValue> small = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            // Small errors make the logarithm as good as straight.
            small.add(new QuantileValue(1000, 100 + i, 1e-4));
        }
        Interval simulated =
                SlopeIndex.of(small, SlopeIndex.Options.of(Scale.LOG)).slopeInterval(ConfidenceLevel.P95);
        List<QuantileValue> linear = small.stream()
                .map(quantile -> new QuantileValue(1000, quantile.value(), quantile.value() * 1e-4))
                .toList();
        Interval exact =
                SlopeIndex.of(linear, SlopeIndex.Options.of(Scale.LINEAR)).slopeInterval(ConfidenceLevel.P95);

        double width = exact.upper() - exact.lower();
        assertThat(simulated.lower()).isCloseTo(exact.lower(), within(0.02 * width));
        assertThat(simulated.upper()).isCloseTo(exact.upper(), within(0.02 * width));
    }

    @Test
    void nineteen_in_twenty_limits_hold_the_true_slope() {
        Random random = new Random(3);
        int held = 0;
        int runs = 5000;
        for (int run = 0; run < runs; run++) {
            List<QuantileValue> quantiles = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                quantiles.add(new QuantileValue(100, 75 + 6 * (i + 0.5) / 10 + 0.8 * random.nextGaussian(), 0.8));
            }
            held += SlopeIndex.of(quantiles, SlopeIndex.Options.of(Scale.LINEAR))
                            .slopeInterval(ConfidenceLevel.P95)
                            .contains(6)
                    ? 1
                    : 0;
        }
        assertThat((double) held / runs).isBetween(0.94, 0.96);
    }

    @Test
    void what_has_no_place_on_the_scale_is_refused() {
        List<QuantileValue> withNone = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            withNone.add(new QuantileValue(100, i, 0.1));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlopeIndex.of(withNone, SlopeIndex.Options.of(Scale.LOG)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlopeIndex.of(withNone.subList(0, 4), SlopeIndex.Options.of(Scale.LINEAR)));
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }
}
