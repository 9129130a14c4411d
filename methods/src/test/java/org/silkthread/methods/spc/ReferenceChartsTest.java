package org.silkthread.methods.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silkthread.methods.SharedData.isNumber;
import static org.silkthread.methods.SharedData.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.SharedData;

/** Every point of the charts that NHSRplotthedots computed from the same published data, labels included. */
class ReferenceChartsTest {

    private static final String ATTENDANCES = "NHSRdatasets/ae_attendances.csv";

    @Test
    void four_hour_breaches_of_seven_trusts_equal_the_reference_from_the_published_attendances() {
        Map<String, List<CSVRecord>> byTrust = byFacet("spc_ae_breaches_type1_default.csv");
        Map<String, List<Observation>> breaches = new LinkedHashMap<>();
        for (CSVRecord row : SharedData.rows(ATTENDANCES)) {
            if (row.get("type").equals("1")) {
                breaches.computeIfAbsent(row.get("org_code"), trust -> new ArrayList<>())
                        .add(Observation.of(LocalDate.parse(row.get("period")), number(row, "breaches")));
            }
        }

        assertThat(byTrust).hasSize(7);
        byTrust.forEach((trust, expected) -> assertSameChart(
                XmrChart.of(breaches.getOrDefault(trust, List.of()), XmrOptions.of(Improvement.DECREASE)), expected));
    }

    @Test
    void four_hour_performance_of_england_equals_the_reference_and_consistently_fails_its_target() {
        Map<LocalDate, double[]> seenAndBreached = new TreeMap<>();
        for (CSVRecord row : SharedData.rows(ATTENDANCES)) {
            double[] sums = seenAndBreached.computeIfAbsent(LocalDate.parse(row.get("period")), month -> new double[2]);
            sums[0] += number(row, "attendances");
            sums[1] += number(row, "breaches");
        }
        List<Observation> performance = new ArrayList<>();
        seenAndBreached.forEach((month, sums) -> performance.add(Observation.of(month, (sums[0] - sums[1]) / sums[0])));

        XmrChart chart =
                XmrChart.of(performance, XmrOptions.of(Improvement.INCREASE).withTarget(0.95));

        assertSameChart(chart, onlyFacet("spc_england_4h_performance.csv"));
        assertThat(chart.assurance()).contains(AssuranceIcon.CONSISTENT_FAIL);
        assertThat(chart.variation()).contains(VariationIcon.COMMON_CAUSE);
    }

    @Test
    void a_series_made_to_break_every_rule_equals_the_reference() {
        List<CSVRecord> expected = onlyFacet("spc_synthetic_rules.csv");

        XmrChart chart = XmrChart.of(observations(expected), XmrOptions.of(Improvement.DECREASE));

        assertSameChart(chart, expected);
    }

    private static Map<String, List<CSVRecord>> byFacet(String file) {
        Map<String, List<CSVRecord>> facets = new LinkedHashMap<>();
        for (CSVRecord row : SharedData.rows("expected-by-reference/" + file)) {
            facets.computeIfAbsent(row.get("f"), facet -> new ArrayList<>()).add(row);
        }
        return facets;
    }

    private static List<CSVRecord> onlyFacet(String file) {
        return SharedData.rows("expected-by-reference/" + file);
    }

    private static List<Observation> observations(List<CSVRecord> rows) {
        return rows.stream()
                .map(row -> Observation.of(LocalDate.parse(row.get("x")), number(row, "y")))
                .toList();
    }

    private static void assertSameChart(XmrChart chart, List<CSVRecord> expected) {
        assertThat(chart.measured()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertSamePoint(chart.measured().get(i), expected.get(i));
            if (isNumber(expected.get(i), "target")) {
                assertThat(chart.options().target()).hasValue(number(expected.get(i), "target"));
            }
        }
    }

    private static void assertSamePoint(XmrPoint.Measured point, CSVRecord row) {
        assertThat(point.date()).hasToString(row.get("x"));
        assertNumber(point.value(), row, "y");
        assertNumber(point.centre(), row, "mean_col");
        assertNumber(point.limits().orElseThrow().lower(), row, "lpl");
        assertNumber(point.limits().orElseThrow().upper(), row, "upl");
        assertThat(point.outside()).as("outside, %s", row).isEqualTo(isTrue(row, "outside_limits"));
        assertThat(point.close()).as("close, %s", row).isEqualTo(isTrue(row, "close_to_limits"));
        assertThat((double) point.relativeToMean()).isEqualTo(number(row, "relative_to_mean"));
        assertThat(point.specialCause().label()).as("%s", row).isEqualTo(row.get("special_cause_type"));
        assertThat(point.specialCause().isSignal()).isEqualTo(isTrue(row, "special_cause_flag"));
        assertThat(point.type().label()).as("%s", row).isEqualTo(row.get("point_type"));
    }

    private static boolean isTrue(CSVRecord row, String column) {
        return row.get(column).equals("TRUE");
    }

    private static void assertNumber(double actual, CSVRecord row, String column) {
        double expected = number(row, column);
        assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, Close.to(expected));
    }
}
