package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardisationCommandsTest {

    private static final String[] DSR = {"--count=x", "--population=n", "--standard=w"};
    private static final String[] ISR = {
        "--count=x", "--population=n", "--reference-count=rx", "--reference-population=rn"
    };

    @Test
    void direct_rates_of_three_areas_are_as_published() {
        String file = Stats.shared("PHEindicatormethods/sysdata_test_multiarea_esp.csv")
                .toString();
        Stats run = Stats.run("dsr", file, "--count=count", "--population=pop", "--standard=esp2013", "--group=area");

        assertThat(run.out())
                .startsWith("area,total_count,total_pop,value,lower95,upper95,lower998,upper998,method,reason\n");
        List<Map<String, String>> rows = run.rows();
        assertThat(rows)
                .extracting(row -> row.get("area"))
                .containsExactly("testdata_big", "testdata_small", "testdata_tiny");
        assertThat(rows.get(0))
                .containsEntry("value", "10430.2479914694")
                .containsEntry("upper998", "11620.5959995221");
        assertThat(rows.get(2))
                .containsEntry("value", "")
                .containsEntry("upper95", "")
                .containsEntry("reason", "dsr NA for total count < 10");
    }

    @Test
    void a_missing_count_is_none_and_a_missing_population_is_an_error() {
        assertThat(Stats.on("x,n,w\n,100,1\n20,100,1\n", "dsr", DSR).rows().getFirst())
                .containsEntry("total_count", "20")
                .containsEntry("value", "10000");
        assertThat(Stats.on("x,n,w\n1,,1\n", "dsr", DSR).err()).contains("line 2, column 2 (n): expected a number");
        assertThat(Stats.on("x,n,w\n1,0,1\n", "dsr", DSR).err()).contains("expected a number above 0");
    }

    @Test
    void people_with_several_events_widen_the_interval() {
        String table = "x,n,w,f\n100,1000,1,1\n20,1000,1,2\n";
        Map<String, String> row = Stats.on(
                        table, "dsr", "--count=x", "--population=n", "--standard=w", "--event-frequency=f")
                .rows()
                .getFirst();

        assertThat(row)
                .containsEntry("total_count", "140")
                .containsEntry("total_pop", "1000")
                .containsEntry("value", "14000")
                .containsEntry("method", "Dobson, with confidence adjusted for non-independent events");
    }

    @Test
    void a_reference_is_matched_by_columns_or_by_place_or_stands_beside_each_row() {
        String table = "area,age,x,n,rx,rn\nA,young,10,100,5,100\nA,old,30,100,20,100\n";
        Stats beside = Stats.on(table, "isr", ISR);
        String reference = write("age,rx,rn\nold,20,100\nyoung,5,100\n");
        Stats matched = Stats.on(table, "isr", with("--reference=" + reference, "--by=age", "--group=area"));
        String inOrder = write("rx,rn\n5,100\n20,100\n");
        Stats placed = Stats.on(table, "isr", with("--reference=" + inOrder));

        Map<String, String> row = beside.rows().getFirst();
        assertThat(row)
                .containsEntry("observed", "40")
                .containsEntry("expected", "25")
                .containsEntry("reference_rate", "12500")
                .containsEntry("value", "20000")
                .containsEntry("method", "Byars");
        assertThat(placed.rows()).isEqualTo(beside.rows());
        assertThat(matched.rows().getFirst()).containsAllEntriesOf(row).containsEntry("area", "A");
    }

    @Test
    void areas_may_have_references_of_their_own() {
        String reference = write("area,age,rx,rn\nA,old,20,100\nB,old,50,100\n");
        Stats run = Stats.on(
                "area,age,x,n\nA,old,30,100\nB,old,30,100\n",
                "isr",
                with("--reference=" + reference, "--by=area,age", "--group=area"));

        assertThat(run.rows()).extracting(row -> row.get("reference_rate")).containsExactly("20000", "50000");
    }

    @Test
    void a_row_without_a_reference_and_a_reference_of_another_length_are_errors() {
        String reference = write("age,rx,rn\nold,20,100\n");
        String table = "age,x,n\nyoung,1,10\nold,1,10\n";

        assertThat(Stats.on(table, "isr", with("--reference=" + reference, "--by=age"))
                        .err())
                .contains("line 2: expected age \"young\" in");
        assertThat(Stats.on(table, "isr", with("--reference=" + reference)).err())
                .contains("expected as many rows");
        String twice = write("age,rx,rn\nold,20,100\nold,20,100\n");
        assertThat(Stats.on(table, "isr", with("--reference=" + twice, "--by=age"))
                        .err())
                .contains("line 3: expected one row for each age \"old\"");
    }

    private static String[] with(String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(ISR), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static String write(String table) {
        try {
            java.nio.file.Path file = java.nio.file.Files.createTempFile("reference", ".csv");
            file.toFile().deleteOnExit();
            return java.nio.file.Files.writeString(file, table).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
