package org.silkthread.methods.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.silkthread.methods.SharedData.first;
import static org.silkthread.methods.SharedData.number;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.Close;
import org.silkthread.methods.SharedData;

/** Results that FunnelPlotR and PHEindicatormethods give on the same data. */
class ReferenceFunnelsTest {

    /** FunnelPlotR prints ten digits of phi and tau2. */
    private static final double PRINTED = 1e-9;

    @Test
    void four_hour_breaches_of_137_trusts_have_the_over_dispersion_of_the_reference_and_no_outlier() {
        ProportionFunnel funnel =
                ProportionFunnel.adjusted(breachesOf2018To2019()).orElseThrow();

        assertThat(funnel.points()).hasSize(137);
        assertThat(funnel.overdispersion().phi()).isCloseTo(3828.850646, Close.to(3828.850646, PRINTED));
        assertThat(funnel.overdispersion().tau2()).isCloseTo(0.008436250828, Close.to(0.008436250828, PRINTED));
        assertThat(funnel.isAdjusted()).isTrue();
        assertThat(funnel.points()).noneMatch(point -> point.position().isOutlier());
    }

    @Test
    void without_adjustment_130_of_the_137_trusts_would_be_outliers() {
        ProportionFunnel funnel =
                ProportionFunnel.unadjusted(breachesOf2018To2019()).orElseThrow();

        assertThat(funnel.points().stream().filter(point -> point.position().isOutlier()))
                .hasSize(130);
    }

    @Test
    void every_area_has_the_fingertips_significance() {
        List<CSVRecord> rows = SharedData.rows("PHEindicatormethods/testdata_funnel_prop_inputs.csv");
        List<FunnelUnit> units = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            // Names occur twice in the file although the rows are different areas.
            units.add(new FunnelUnit(
                    first(rows.get(i)) + " " + i,
                    number(rows.get(i), "numerator"),
                    number(rows.get(i), "denominator")));
        }

        FingertipsProportionFunnel funnel = FingertipsProportionFunnel.of(units).orElseThrow();

        assertThat(funnel.points()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(funnel.points().get(i).position().significance())
                    .as("%s", rows.get(i))
                    .isEqualTo(rows.get(i).get("significance"));
        }
    }

    @Test
    void fingertips_limits_agree_with_the_published_table_to_its_six_decimals() {
        double numerator = 0;
        double denominator = 0;
        for (CSVRecord row : SharedData.rows("PHEindicatormethods/testdata_funnel_prop_inputs.csv")) {
            numerator += number(row, "numerator");
            denominator += number(row, "denominator");
        }
        for (CSVRecord row : SharedData.rows("PHEindicatormethods/testdata_funnel_prop_outputs.csv")) {
            FunnelLimits limits =
                    FingertipsProportionFunnel.limits(numerator / denominator, Double.parseDouble(first(row)));

            assertPercentage(limits.lower95(), row, "Lower2s0025limit");
            assertPercentage(limits.upper95(), row, "Upper2s0025limit");
            assertPercentage(limits.lower998(), row, "Lower3s0001limit");
            assertPercentage(limits.upper998(), row, "Upper3s0001limit");
        }
    }

    private static List<FunnelUnit> breachesOf2018To2019() {
        List<FunnelUnit> months = new ArrayList<>();
        for (CSVRecord row : SharedData.rows("NHSRdatasets/ae_attendances.csv")) {
            String month = row.get("period");
            boolean inYear = month.compareTo("2018-04-01") >= 0 && month.compareTo("2019-03-01") <= 0;
            if (inYear && row.get("type").equals("1")) {
                months.add(new FunnelUnit(row.get("org_code"), number(row, "breaches"), number(row, "attendances")));
            }
        }
        return months;
    }

    private static void assertPercentage(double share, CSVRecord row, String column) {
        assertThat(share * 100).as("%s of %s", column, row).isCloseTo(number(row, column), within(5.1e-7));
    }
}
