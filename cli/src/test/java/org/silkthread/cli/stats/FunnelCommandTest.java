package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunnelCommandTest {

    private static final Map<String, String> REFERENCE_COLUMNS = Map.ofEntries(
            Map.entry("numerator", "numerator"),
            Map.entry("denominator", "denominator"),
            Map.entry("value", "rr"),
            Map.entry("z", "Uzscore"),
            Map.entry("lower95", "LCL95"),
            Map.entry("upper95", "UCL95"),
            Map.entry("lower998", "LCL99"),
            Map.entry("upper998", "UCL99"),
            Map.entry("od_lower95", "OD95LCL"),
            Map.entry("od_upper95", "OD95UCL"),
            Map.entry("od_lower998", "OD99LCL"),
            Map.entry("od_upper998", "OD99UCL"));

    @Test
    void standardised_lengths_of_stay_equal_the_reference_unit_by_unit() throws IOException {
        assertSame(lengthsOfStay("shmi"), "funnel_medpar_SR_SHMI_od99.csv");
        assertSame(lengthsOfStay("none"), "funnel_medpar_SR_unadj99.csv");
    }

    @Test
    void a_summary_tells_over_dispersion_units_and_outliers() {
        Map<String, String> cqc = lengthsOfStay("cqc", "--summary").rows().getFirst();

        assertThat(Double.parseDouble(cqc.getOrDefault("phi", ""))).isCloseTo(9.302497107, within(1e-9));
        assertThat(cqc).containsEntry("n", "54").containsEntry("outliers", "17");
    }

    @Test
    void units_without_a_denominator_or_with_a_missing_count_are_named_and_take_no_part() {
        Stats run = Stats.on(
                "unit,x,n\nA,1,10\nB,0,0\nC,,5\nD,2,10\n",
                "funnel",
                "--numerator=x",
                "--denominator=n",
                "--group=unit",
                "--type=proportion");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\nB,0,0,,,,,,,,,,,,\n").contains("\nC,,,,,,,,,,,,,,\n");
        assertThat(run.rows().get(3)).containsEntry("outlier", "0");
    }

    @Test
    void fewer_than_enough_options_end_with_2_and_impossible_counts_with_1() {
        String table = "unit,x,n\nA,11,10\n";
        String[] proportion = {"--numerator=x", "--denominator=n", "--group=unit", "--type=proportion"};

        assertThat(Stats.on(table, "funnel", "--numerator=x", "--denominator=n", "--type=proportion")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Stats.on(table, "funnel", "--numerator=x", "--denominator=n", "--group=unit", "--type=shape")
                        .exitCode())
                .isEqualTo(2);
        Stats over = Stats.on(table, "funnel", proportion);
        assertThat(over.exitCode()).isEqualTo(1);
        assertThat(over.err()).contains("line 2, column 2 (x)").contains("at most the denominator, 10");
    }

    @Test
    void the_published_table_of_funnel_limits_comes_out_under_its_own_column_names() throws IOException {
        Stats run = Stats.run(
                "funnel-limits",
                Stats.shared("PHEindicatormethods/testdata_funnel_prop_inputs.csv")
                        .toString(),
                "--numerator=numerator",
                "--denominator=denominator");
        String published = Files.readString(Stats.shared("PHEindicatormethods/testdata_funnel_prop_outputs.csv"));
        List<Map<String, String>> expected = new Stats(0, published, "").rows();

        assertThat(run.rows()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Map<String, String> row = run.rows().get(i);
            expected.get(i)
                    .forEach((column, value) -> assertThat(Double.parseDouble(row.getOrDefault(column, "")))
                            .as("%s of %s", column, row)
                            .isCloseTo(Double.parseDouble(value), within(5.1e-7)));
        }
    }

    @Test
    void limits_of_ratios_and_rates_have_their_columns_too() {
        String table = "obs,exp\n100,90\n3,5\n";

        Stats ratio = Stats.on(table, "funnel-limits", "--numerator=obs", "--denominator=exp", "--type=ratio");
        Stats rate = Stats.on(table, "funnel-limits", "--numerator=obs", "--denominator=exp", "--type=rate");

        assertThat(ratio.out()).startsWith("Observed_events,lower_2s_exp_events,lower_2s_count,lower_2s_isr,upper_2s");
        assertThat(ratio.rows()).hasSize(100);
        assertThat(rate.out()).startsWith("Events,lower_2s_population_1_year,lower_2s_limit,upper_2s_population");
        assertThat(rate.rows().getFirst()).containsEntry("statistic", "rate (crude per 100,000)");
    }

    private static Stats lengthsOfStay(String overdispersion, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "funnel",
                Stats.shared("expected-by-reference/input_medpar_with_poisson_predictions.csv")
                        .toString(),
                "--numerator=los",
                "--denominator=prds",
                "--group=provnum",
                "--type=standardised",
                "--overdispersion=" + overdispersion));
        arguments.addAll(List.of(more));
        return Stats.run(arguments.toArray(String[]::new));
    }

    private static void assertSame(Stats run, String file) throws IOException {
        List<Map<String, String>> expected =
                new Stats(0, Files.readString(Stats.shared("expected-by-reference/" + file)), "").rows();
        Map<String, Map<String, String>> units = new HashMap<>();
        run.rows().forEach(row -> units.put(row.getOrDefault("provnum", ""), row));
        assertThat(units).hasSameSizeAs(expected);
        for (Map<String, String> row : expected) {
            Map<String, String> unit = units.getOrDefault(row.getOrDefault("group", ""), Map.of());
            REFERENCE_COLUMNS.forEach((ours, theirs) -> {
                double number = Double.parseDouble(row.getOrDefault(theirs, ""));
                assertThat(Double.parseDouble(unit.getOrDefault(ours, "")))
                        .as("%s of %s", theirs, row)
                        .isCloseTo(number, within(1e-9 * Math.abs(number)));
            });
            assertThat(unit).containsEntry("outlier", row.get("outlier"));
        }
    }
}
