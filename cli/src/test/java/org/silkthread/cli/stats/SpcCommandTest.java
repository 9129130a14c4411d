package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpcCommandTest {

    private static final List<String> CHARTS =
            List.of("xmr", "i", "mr", "run", "c", "u", "uprime", "p", "pprime", "g", "t");

    @Test
    void a_chart_has_the_columns_of_the_contract_behind_those_that_are_kept() {
        Stats run = Stats.on(
                "trust,month,seen,note\nR1,2024-02-01,2,b\nR1,2024-01-01,1,a\nR2,2024-01-01,5,c\n",
                "spc",
                "--date=month",
                "--value=seen",
                "--facet=trust",
                "--target=4");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().toList())
                .containsExactly(
                        "trust,month,seen,note,date,value,centre,lower,upper,near_lower,near_upper,outside,"
                                + "special_cause,point_type,target",
                        "R1,2024-01-01,1,a,2024-01-01,1,1.5,-1.16,4.16,-0.273333333333333,3.27333333333333,FALSE,"
                                + "Common Cause,common_cause,4",
                        "R1,2024-02-01,2,b,2024-02-01,2,1.5,-1.16,4.16,-0.273333333333333,3.27333333333333,FALSE,"
                                + "Common Cause,common_cause,4",
                        "R2,2024-01-01,5,c,2024-01-01,5,5,,,,,FALSE,Common Cause,common_cause,4");
    }

    @Test
    void breaches_of_every_trust_equal_the_reference_from_the_published_file() throws IOException {
        List<String> attendances = Files.readAllLines(Stats.shared("NHSRdatasets/ae_attendances.csv"));
        List<Map<String, String>> expected =
                table(Files.readString(Stats.shared("expected-by-reference/spc_ae_breaches_type1_default.csv")));
        String type1 = attendances.stream()
                .filter(line -> line.startsWith("\"period") || line.contains(",\"1\","))
                .reduce("", (a, b) -> a + b + "\n");

        Stats run = Stats.on(
                type1, "spc", "--date=period", "--value=breaches", "--facet=org_code", "--improvement=decrease");

        Map<String, Map<String, String>> points = new HashMap<>();
        run.rows().forEach(row -> points.put(row.get("org_code") + row.get("date"), row));
        for (Map<String, String> row : expected) {
            Map<String, String> point = points.getOrDefault(row.get("f") + row.get("x"), Map.of());
            assertClose(point, "lower", row, "lpl");
            assertClose(point, "upper", row, "upl");
            assertClose(point, "centre", row, "mean_col");
            assertThat(point)
                    .containsEntry("outside", row.get("outside_limits"))
                    .containsEntry("special_cause", row.get("special_cause_type"))
                    .containsEntry("point_type", row.get("point_type"));
        }
    }

    @Test
    void a_summary_has_one_line_for_each_series() {
        Stats run = Stats.on(
                "month,seen,all\n2024-01-01,8,10\n2024-02-01,9,10\n2024-03-01,8,10\n",
                "spc",
                "--date=month",
                "--value=seen",
                "--denominator=all",
                "--target=0.2",
                "--summary");

        assertThat(run.out().lines().toList())
                .containsExactly(
                        "variation,assurance,n,signal,sentence",
                        "common_cause,consistent_pass,3,FALSE,\"No change: values vary by chance alone around 0.8333,"
                                + " between 0.5673 and 1.099. The target of 0.2 will be met every time unless something"
                                + " changes. The limits are provisional: they rest on 3 values.\"");
    }

    @Test
    void events_by_their_days_make_a_t_chart_and_runs_are_told_in_the_summary() {
        String events = "day\n2024-01-01\n2024-01-03\n2024-01-03\n2024-02-01\n";

        Stats points = Stats.on(events, "spc", "--date=day", "--chart=t");
        Stats summary = Stats.on(events, "spc", "--date=day", "--chart=t", "--summary");

        assertThat(points.rows()).extracting(row -> row.get("value")).containsExactly("", "2", "0.5", "29");
        assertThat(summary.rows().getFirst())
                .containsKeys("useful", "longest_run", "crossings")
                .containsEntry("n", "3");
    }

    @Test
    void numbered_periods_are_put_in_order_and_can_be_rebased() {
        Stats run =
                Stats.on("n,days\n10,3\n9,2\n2,5\n1,4\n", "spc", "--date=n", "--value=days", "--chart=i", "--rebase=9");

        assertThat(run.rows()).extracting(row -> row.get("date")).containsExactly("1", "2", "9", "10");
        assertThat(run.rows()).extracting(row -> row.get("centre")).containsExactly("4.5", "4.5", "2.5", "2.5");
    }

    @Test
    void rows_of_one_period_are_added_up_where_they_count_and_refused_where_they_measure() {
        String twice = "day,x,n\n2024-01-01,1,10\n2024-01-01,2,10\n2024-01-02,4,10\n";

        assertThat(Stats.on(twice, "spc", "--date=day", "--value=x", "--denominator=n", "--chart=p")
                        .rows())
                .extracting(row -> row.get("value"))
                .containsExactly("0.15", "0.4");
        Stats refused = Stats.on(twice, "spc", "--date=day", "--value=x");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("line 3, column 1 (day)").contains("line 2 has it too");
    }

    @Test
    void what_is_asked_wrongly_ends_with_2_and_what_is_written_wrongly_with_1() {
        String table = "day,x,n\n2024-01-01,3,2\n";

        assertThat(Stats.on(table, "spc", "--date=day", "--value=x", "--chart=z")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Stats.on(table, "spc", "--date=day", "--value=x", "--chart=p")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Stats.on(table, "spc", "--date=day").exitCode()).isEqualTo(2);
        assertThat(Stats.on(table, "spc", "--date=day", "--value=x", "--baseline-points=1")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Stats.on(table, "spc", "--date=day", "--value=x", "--rebase=soon")
                        .exitCode())
                .isEqualTo(2);
        Stats over = Stats.on(table, "spc", "--date=day", "--value=x", "--denominator=n", "--chart=p");
        assertThat(over.exitCode()).isEqualTo(1);
        assertThat(over.err()).contains("line 2, column 2 (x)").contains("at most the denominator, 2");
    }

    @Property(tries = 300)
    void any_table_ends_with_a_table_or_with_words(@ForAll("tables") String table, @ForAll("charts") String chart) {
        List<String> options = new ArrayList<>(List.of("--date=d", "--value=x", "--chart=" + chart));
        if (List.of("p", "pprime", "u", "uprime").contains(chart)) {
            options.add("--denominator=n");
        }
        Stats run = Stats.on("d,x,n\n" + table, "spc", options.toArray(String[]::new));
        options.add("--summary");
        Stats summary = Stats.on("d,x,n\n" + table, "spc", options.toArray(String[]::new));

        assertThat(run.exitCode()).isIn(0, 1);
        assertThat(summary.exitCode()).isEqualTo(run.exitCode());
        assertThat(run.out() + summary.out()).doesNotContain("NaN", "Infinity");
    }

    @Provide
    Arbitrary<String> charts() {
        return Arbitraries.of(CHARTS);
    }

    @Provide
    Arbitrary<String> tables() {
        Arbitrary<String> cell =
                Arbitraries.of("2024-01-01", "2024-02-01", "3", "4", "", "0", "1e300", "7.5", "-1", "x");
        Arbitrary<String> day = Arbitraries.integers().between(1, 28).map(d -> "2024-01-%02d".formatted(d));
        Arbitrary<String> number = Arbitraries.of("0", "1", "5", "12", "", "NA", "1e15", "0.5");
        Arbitrary<String> sound = day.flatMap(d -> number.flatMap(x -> number.map(n -> d + "," + x + "," + n)));
        Arbitrary<String> wild = cell.list().ofSize(3).map(cells -> String.join(",", cells));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(30, sound), net.jqwik.api.Tuple.of(1, wild))
                .list()
                .ofMaxSize(20)
                .map(lines -> String.join("\n", lines));
    }

    private static List<Map<String, String>> table(String text) {
        return new Stats(0, text, "").rows();
    }

    private static void assertClose(
            Map<String, String> actual, String column, Map<String, String> expected, String reference) {
        double number = Double.parseDouble(expected.getOrDefault(reference, ""));
        assertThat(Double.parseDouble(actual.getOrDefault(column, "")))
                .as("%s of %s", column, expected)
                .isCloseTo(number, within(1e-9 * Math.abs(number)));
    }
}
