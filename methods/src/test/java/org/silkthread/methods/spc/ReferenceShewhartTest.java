package org.silkthread.methods.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.silkthread.methods.SharedData.isNumber;
import static org.silkthread.methods.SharedData.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.SharedData;

/** Every point of the charts that qicharts2 computed from the same published data, runs and crossings included. */
class ReferenceShewhartTest {

    @Test
    void counts_of_c_difficile_equal_the_reference_as_c_chart() {
        assertSameChart(infections(ShewhartKind.COUNT), "qic_c_cdi.csv");
    }

    @Test
    void counts_of_c_difficile_equal_the_reference_as_individuals_chart() {
        assertSameChart(infections(ShewhartKind.INDIVIDUALS), "qic_i_cdi.csv");
    }

    @Test
    void counts_of_c_difficile_equal_the_reference_as_run_chart() {
        assertSameChart(infections(ShewhartKind.RUN), "qic_run_cdi.csv");
    }

    @Test
    void monthly_deaths_after_bypass_surgery_equal_the_reference_as_p_chart() {
        List<Subgroup> months = new ArrayList<>();
        for (CSVRecord row : SharedData.rows("expected-by-reference/input_cabg_monthly.csv")) {
            months.add(Subgroup.of(LocalDate.parse(row.get("month")), number(row, "deaths"), number(row, "n")));
        }

        assertSameChart(
                ShewhartChart.of(months, ShewhartOptions.of(ShewhartKind.PROPORTION, Improvement.DECREASE)),
                "qic_p_cabg_deaths_month.csv");
    }

    @Test
    void operations_between_deaths_equal_the_reference_as_g_chart() {
        List<CSVRecord> deaths = SharedData.rows("expected-by-reference/input_cabg_deaths.csv");
        List<Subgroup> gaps = new ArrayList<>();
        for (int i = 1; i < deaths.size(); i++) {
            gaps.add(Subgroup.of(
                    LocalDate.parse(deaths.get(i).get("date")),
                    number(deaths.get(i), "case") - number(deaths.get(i - 1), "case")));
        }

        ShewhartChart chart =
                ShewhartChart.of(gaps, ShewhartOptions.of(ShewhartKind.CASES_BETWEEN, Improvement.DECREASE));

        assertSameChart(chart, "qic_g_cabg_deaths.csv");
        assertThat(chart.phases().getFirst().centre()).hasValue(24);
    }

    @Test
    void days_between_deaths_have_the_lines_of_the_reference_with_half_a_day_on_the_same_day() {
        List<LocalDate> days = SharedData.rows("expected-by-reference/input_cabg_deaths.csv").stream()
                .map(row -> LocalDate.parse(row.get("date")))
                .toList();

        ShewhartChart chart = ShewhartChart.of(
                EventTimes.between(days), ShewhartOptions.of(ShewhartKind.TIME_BETWEEN, Improvement.DECREASE));

        ShewhartPoint.Measured last = chart.measured().getLast();
        assertThat(last.centre()).isCloseTo(11.20506, within(5e-6));
        assertThat(last.limits().orElseThrow().upper()).isCloseTo(106.0418, within(5e-5));
    }

    private static ShewhartChart infections(ShewhartKind kind) {
        List<Subgroup> months = SharedData.rows("qicharts2/cdi.csv").stream()
                .map(row -> Subgroup.of(LocalDate.parse(row.get("month")), number(row, "n")))
                .toList();
        return ShewhartChart.of(months, ShewhartOptions.of(kind, Improvement.DECREASE));
    }

    private static void assertSameChart(ShewhartChart chart, String file) {
        List<CSVRecord> expected = SharedData.rows("expected-by-reference/" + file);
        assertThat(chart.measured()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            ShewhartPoint.Measured point = chart.measured().get(i);
            CSVRecord row = expected.get(i);
            assertNumber(point.value(), row, "y");
            assertNumber(point.centre(), row, "cl");
            assertLimit(point, ControlLimits::upper, row, "ucl");
            assertLimit(point, ControlLimits::lower, row, "lcl");
            assertLimit(point, ControlLimits::nearUpper, row, "ucl.95");
            assertLimit(point, ControlLimits::nearLower, row, "lcl.95");
            assertThat(point.outside()).as("%s", row).isEqualTo(isTrue(row, "sigma.signal"));
            assertSameRuns(point.phase().runs(), row);
        }
    }

    private static void assertSameRuns(RunsTest runs, CSVRecord row) {
        assertThat((double) runs.useful()).isEqualTo(number(row, "n.useful"));
        assertThat((double) runs.longestRun()).isEqualTo(number(row, "longest.run"));
        assertThat((double) runs.longestRunMax()).isEqualTo(number(row, "longest.run.max"));
        assertThat((double) runs.crossings()).isEqualTo(number(row, "n.crossings"));
        assertThat((double) runs.crossingsMin()).isEqualTo(number(row, "n.crossings.min"));
        assertThat(runs.isSignal()).isEqualTo(isTrue(row, "runs.signal"));
    }

    private static void assertLimit(
            ShewhartPoint.Measured point, ToDoubleFunction<ControlLimits> side, CSVRecord row, String column) {
        Optional<OptionalDouble> limit = point.limits().map(limits -> OptionalDouble.of(side.applyAsDouble(limits)));
        if (isNumber(row, column)) {
            assertNumber(limit.orElseThrow().getAsDouble(), row, column);
        } else {
            assertThat(limit).as("%s of %s", column, row).isEmpty();
        }
    }

    private static boolean isTrue(CSVRecord row, String column) {
        return row.get(column).equals("TRUE");
    }

    private static void assertNumber(double actual, CSVRecord row, String column) {
        double expected = number(row, column);
        assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, Close.to(expected));
    }
}
