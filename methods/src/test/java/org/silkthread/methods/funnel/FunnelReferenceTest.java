package org.silkthread.methods.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silkthread.methods.SharedData.number;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.SharedData;
import org.silkthread.methods.funnel.FunnelMethod.Adjustment;

/** Every unit of the funnels that FunnelPlotR computed, and the over-dispersion that it found, from the same data. */
class FunnelReferenceTest {

    @Test
    void standardised_lengths_of_stay_equal_the_reference_by_the_method_of_the_mortality_indicator() {
        Funnel funnel = Funnel.of(lengthsOfStay(), FunnelMethod.shmi()).orElseThrow();

        assertSameFunnel(funnel, "funnel_medpar_SR_SHMI_od99.csv");
        assertOverdispersion(funnel, 8.532851289, 0.02841023227);
        assertThat(outliers(funnel)).isEqualTo(9);
    }

    @Test
    void standardised_lengths_of_stay_equal_the_reference_by_chance_alone() {
        Funnel funnel = Funnel.of(lengthsOfStay(), FunnelMethod.shmi().with(Adjustment.NONE))
                .orElseThrow();

        assertSameFunnel(funnel, "funnel_medpar_SR_unadj99.csv");
        assertThat(outliers(funnel)).isEqualTo(25);
    }

    @Test
    void standardised_lengths_of_stay_have_the_outliers_of_the_square_root_method() {
        Funnel funnel = Funnel.of(lengthsOfStay(), FunnelMethod.cqc()).orElseThrow();

        assertOverdispersion(funnel, 9.302497107, 0.007863079276);
        assertThat(outliers(funnel)).isEqualTo(17);
    }

    @Test
    void six_made_up_units_equal_the_reference() {
        List<FunnelUnit> units = SharedData.rows("expected-by-reference/funnel_tiny_test.csv").stream()
                .map(row -> new FunnelUnit(row.get("group"), number(row, "numerator"), number(row, "denominator")))
                .toList();
        Funnel funnel = Funnel.of(units, FunnelMethod.shmi()).orElseThrow();

        assertSameFunnel(funnel, "funnel_tiny_test.csv");
        assertOverdispersion(funnel, 2.948033175, 0.01947753058);
    }

    @Test
    void breaches_over_attendances_as_a_ratio_of_counts_have_the_over_dispersion_and_outliers_of_the_reference() {
        List<FunnelUnit> months = SharedData.rows("NHSRdatasets/ae_attendances.csv").stream()
                .filter(row -> row.get("type").equals("1")
                        && row.get("period").compareTo("2018-04-01") >= 0
                        && row.get("period").compareTo("2019-03-01") <= 0)
                .map(row -> new FunnelUnit(row.get("org_code"), number(row, "breaches"), number(row, "attendances")))
                .toList();
        Funnel funnel = Funnel.of(months, FunnelMethod.ratiosOfCounts()).orElseThrow();

        assertOverdispersion(funnel, 2329.728733, 0.1353220179);
        assertThat(funnel.points().stream().filter(p -> p.position().isBeyond95()))
                .hasSize(22);
    }

    private static List<FunnelUnit> lengthsOfStay() {
        return SharedData.rows("expected-by-reference/input_medpar_with_poisson_predictions.csv").stream()
                .map(row -> new FunnelUnit(row.get("provnum"), number(row, "los"), number(row, "prds")))
                .toList();
    }

    private static long outliers(Funnel funnel) {
        return funnel.points().stream().filter(p -> p.position().isOutlier()).count();
    }

    private static void assertOverdispersion(Funnel funnel, double phi, double tau2) {
        assertThat(funnel.overdispersion().phi()).isCloseTo(phi, Close.to(phi));
        assertThat(funnel.overdispersion().tau2()).isCloseTo(tau2, Close.to(tau2));
    }

    private static void assertSameFunnel(Funnel funnel, String file) {
        List<CSVRecord> expected = SharedData.rows("expected-by-reference/" + file);
        Map<String, FunnelPoint> points = funnel.points().stream()
                .collect(Collectors.toMap(point -> point.unit().group(), Function.identity()));
        assertThat(points).hasSameSizeAs(expected);
        for (CSVRecord row : expected) {
            FunnelPoint point = Objects.requireNonNull(points.get(row.get("group")));
            assertNumber(point.unit().denominator(), row, "denominator");
            assertNumber(point.value(), row, "rr");
            assertNumber(point.z(), row, "Uzscore");
            assertLimits(point.unadjusted(), row, "LCL95", "UCL95", "LCL99", "UCL99");
            assertLimits(point.adjusted(), row, "OD95LCL", "OD95UCL", "OD99LCL", "OD99UCL");
            assertThat(point.position().isOutlier() ? "1" : "0").as("%s", row).isEqualTo(row.get("outlier"));
        }
    }

    private static void assertLimits(
            FunnelLimits limits, CSVRecord row, String lower95, String upper95, String lower998, String upper998) {
        assertNumber(limits.lower95(), row, lower95);
        assertNumber(limits.upper95(), row, upper95);
        assertNumber(limits.lower998(), row, lower998);
        assertNumber(limits.upper998(), row, upper998);
    }

    private static void assertNumber(double actual, CSVRecord row, String column) {
        double expected = number(row, column);
        assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, Close.to(expected));
    }
}
