package org.silkthread.methods.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silkthread.methods.SharedData.isNumber;
import static org.silkthread.methods.SharedData.number;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkthread.methods.Close;
import org.silkthread.methods.SharedData;

/** Every row of the tables that the R package PHEindicatormethods is tested with. */
class PublishedIntervalsTest {

    private static final String FOLDER = "PHEindicatormethods/";

    @ParameterizedTest
    @ValueSource(strings = {"sysdata_test_Prop.csv", "sysdata_test_Prop_g.csv"})
    void proportions_have_the_published_value_and_both_intervals(String file) {
        for (CSVRecord row : SharedData.rows(FOLDER + file)) {
            if (!isNumber(row, "value")) {
                continue;
            }
            Proportion proportion = proportion(row);
            double per = number(row, "multiplier");
            assertNumber(proportion.value() * per, row, "value");
            assertInterval(proportion.interval(ConfidenceLevel.P95).times(per), row, "lower95_0cl", "upper95_0cl");
            assertInterval(proportion.interval(ConfidenceLevel.P99_8).times(per), row, "lower99_8cl", "upper99_8cl");
            assertThat(proportion.method().label()).isEqualTo(row.get("method"));
        }
    }

    @Test
    void grouped_proportions_are_of_summed_counts() {
        List<CSVRecord> rows = SharedData.rows(FOLDER + "sysdata_test_Prop_g_results.csv");
        for (CSVRecord row : rows) {
            if (isNumber(row, "value")) {
                Interval interval =
                        proportion(row).interval(ConfidenceLevel.P95).times(number(row, "multiplier"));
                assertInterval(interval, row, "lowercl", "uppercl");
            }
        }
        assertThat(rows).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sysdata_test_Rate.csv", "sysdata_test_Rate_g.csv"})
    void rates_have_the_published_value_intervals_and_method(String file) {
        for (CSVRecord row : SharedData.rows(FOLDER + file)) {
            if (!isNumber(row, "value")) {
                continue;
            }
            CrudeRate rate = rate(row);
            assertNumber(rate.value(), row, "value");
            assertInterval(rate.interval(ConfidenceLevel.P95), row, "lower95_0cl", "upper95_0cl");
            assertInterval(rate.interval(ConfidenceLevel.P99_8), row, "lower99_8cl", "upper99_8cl");
            assertThat(rate.method().label()).isEqualTo(row.get("method"));
        }
    }

    @Test
    void grouped_rates_are_of_summed_counts() {
        for (CSVRecord row : SharedData.rows(FOLDER + "sysdata_test_Rate_g_results.csv")) {
            if (isNumber(row, "value")) {
                CrudeRate rate = rate(row);
                assertInterval(rate.interval(ConfidenceLevel.P95), row, "lowercl", "uppercl");
                assertThat(rate.method().label()).isEqualTo(row.get("method"));
            }
        }
    }

    @Test
    void byar_and_wilson_limits_agree_with_their_table_and_an_impossible_byar_limit_is_absent() {
        for (CSVRecord row : SharedData.rows(FOLDER + "sysdata_test_BW.csv")) {
            ConfidenceLevel level =
                    ConfidenceLevel.of(Double.parseDouble(row.get("confidence").replace("%", "")));
            double x = number(row, "x");
            if (row.get("method").equals("Wilson")) {
                assertInterval(Wilson.interval(x, number(row, "n"), level), row, "lowercl", "uppercl");
                continue;
            }
            assertNumber(Byar.upper(x, level), row, "uppercl");
            if (isNumber(row, "lowercl")) {
                assertNumber(Byar.lower(x, level).orElseThrow(), row, "lowercl");
            } else {
                assertThat(Byar.lower(x, level)).isEmpty();
                assertThat(Byar.interval(x, level)).isEmpty();
            }
        }
    }

    private static Proportion proportion(CSVRecord row) {
        return Proportion.of(number(row, "Numerator"), number(row, "Denominator"))
                .orElseThrow();
    }

    private static CrudeRate rate(CSVRecord row) {
        return CrudeRate.of(number(row, "Numerator"), number(row, "Denominator"), number(row, "multiplier"))
                .orElseThrow();
    }

    private static void assertInterval(Interval interval, CSVRecord row, String lower, String upper) {
        assertNumber(interval.lower(), row, lower);
        assertNumber(interval.upper(), row, upper);
    }

    private static void assertNumber(double actual, CSVRecord row, String column) {
        double expected = number(row, column);
        assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, Close.to(expected));
    }
}
