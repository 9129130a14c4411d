package org.silkthread.methods.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.methods.Close;
import org.silkthread.methods.Workbook;

/** The workbooks that the R package PHEindicatormethods is tested with, sheet by sheet. */
class PublishedWorkbooksTest {

    private static final String FOLDER = "PHEindicatormethods/";

    @ParameterizedTest
    @CsvSource({
        "testdata_Proportion.xlsx, testdata_Prop", "testdata_Proportion.xlsx, testdata_Prop_g",
        "testdata_Rate.xlsx, testdata_Rate", "testdata_Rate.xlsx, testdata_Rate_g"
    })
    void proportions_and_rates_are_as_published(String book, String sheet) {
        int compared = 0;
        for (Map<String, String> row : Workbook.rows(FOLDER + book, sheet)) {
            if (text(row, "value").isEmpty()) {
                continue;
            }
            compared++;
            double x = number(row, "Numerator");
            double n = number(row, "Denominator");
            double per = number(row, "multiplier");
            boolean isProportion = book.contains("Proportion");
            double value = isProportion ? new Proportion(x, n).value() * per : new CrudeRate(x, n, per).value();
            assertNumber(value, row, "value");
            for (ConfidenceLevel level : List.of(ConfidenceLevel.P95, ConfidenceLevel.P99_8)) {
                Interval interval = isProportion
                        ? new Proportion(x, n).interval(level).times(per)
                        : new CrudeRate(x, n, per).interval(level);
                String columns = level.equals(ConfidenceLevel.P95) ? "95_0" : "99_8";
                assertNumber(interval.lower(), row, "lower" + columns + "cl");
                assertNumber(interval.upper(), row, "upper" + columns + "cl");
                if (level.equals(ConfidenceLevel.P95)) {
                    assertNumber(interval.lower(), row, "lowercl");
                    assertNumber(interval.upper(), row, "uppercl");
                }
            }
        }
        assertThat(compared).isGreaterThan(7);
    }

    @Test
    void byar_and_wilson_limits_are_as_published_at_every_level() {
        for (Map<String, String> row : Workbook.rows(FOLDER + "testdata_Byars_Wilson.xlsx", "testdata_B_W")) {
            double percent = Double.parseDouble(text(row, "confidence").replace("%", ""));
            ConfidenceLevel level = ConfidenceLevel.of(percent);
            double x = number(row, "x");
            if (text(row, "method").equals("Wilson")) {
                Interval interval = Wilson.interval(x, number(row, "n"), level);
                assertNumber(interval.lower(), row, "lowercl");
                assertNumber(interval.upper(), row, "uppercl");
            } else {
                assertNumber(Byar.upper(x, level), row, "uppercl");
                Byar.lower(x, level).ifPresent(lower -> assertNumber(lower, row, "lowercl"));
            }
        }
    }

    @Test
    void means_are_as_published() {
        Map<String, List<Double>> areas = new LinkedHashMap<>();
        for (Map<String, String> row : Workbook.rows(FOLDER + "testdata_Mean.xlsx", "testdata_Mean")) {
            for (String area : List.of(text(row, "area"), "No grouping")) {
                areas.computeIfAbsent(area, first -> new ArrayList<>()).add(number(row, "values"));
            }
        }
        for (Map<String, String> row : Workbook.rows(FOLDER + "testdata_Mean.xlsx", "testdata_Mean_results")) {
            List<Double> values =
                    Optional.ofNullable(areas.get(text(row, "area"))).orElseThrow();
            SampleMean mean = SampleMean.of(
                            values.stream().mapToDouble(Double::doubleValue).toArray())
                    .orElseThrow();
            assertNumber(mean.value(), row, "value");
            assertNumber(mean.deviation(), row, "stdev");
            Interval p95 = mean.interval(ConfidenceLevel.P95).orElseThrow();
            Interval p998 = mean.interval(ConfidenceLevel.P99_8).orElseThrow();
            assertNumber(p95.lower(), row, "lower95_0cl");
            assertNumber(p95.upper(), row, "upper95_0cl");
            assertNumber(p998.lower(), row, "lower99_8cl");
            assertNumber(p998.upper(), row, "upper99_8cl");
            assertThat(mean.method().label()).isEqualTo(text(row, "method"));
        }
    }

    private static void assertNumber(double actual, Map<String, String> row, String column) {
        if (!text(row, column).isEmpty() && !text(row, column).equals("NA")) {
            double expected = number(row, column);
            assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, Close.to(expected));
        }
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }
}
