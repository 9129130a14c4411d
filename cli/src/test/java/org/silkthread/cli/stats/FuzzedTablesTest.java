package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;

class FuzzedTablesTest {

    @Property(tries = 60)
    void any_bytes_end_with_a_table_or_with_words(@ForAll byte[] bytes) {
        assertEndsInOrder(Stats.on(bytes, "rate", "--numerator=x", "--denominator=n"));
    }

    @Property(tries = 60)
    void any_text_with_quotes_commas_and_line_ends_ends_with_a_table_or_with_words(@ForAll("texts") String text) {
        byte[] bytes = ("x,n\n" + text).getBytes(StandardCharsets.UTF_8);

        assertEndsInOrder(Stats.on(bytes, "proportion", "--numerator=x", "--denominator=n"));
        assertEndsInOrder(Stats.on(bytes, "rate", "--numerator=x", "--denominator=n", "--group=x"));
        assertEndsInOrder(Stats.on(bytes, "mean", "--value=x"));
    }

    @Property(tries = 40)
    void every_method_of_the_frame_ends_in_order(@ForAll("texts") String text) {
        byte[] bytes =
                ("x,n,w,patient_location,patient_category,specimen_date\n" + text).getBytes(StandardCharsets.UTF_8);

        assertEndsInOrder(Stats.on(bytes, "dsr", "--count=x", "--population=n", "--standard=w"));
        assertEndsInOrder(Stats.on(bytes, "dsr", "--count=x", "--population=n", "--standard=w", "--event-frequency=x"));
        assertEndsInOrder(Stats.on(
                bytes, "isr", "--count=x", "--population=n", "--reference-count=w", "--reference-population=n"));
        assertEndsInOrder(Stats.on(bytes, "apportion", "--scheme=trust", "--organism=mrsa"));
        assertEndsInOrder(Stats.on(bytes, "disclose", "--count=n", "--by=x,w", "--attack"));
    }

    @Property
    void what_is_written_is_read_again_as_it_was(@ForAll("rows") List<List<String>> rows) {
        CsvOutput output = new CsvOutput(List.of("a", "b"));
        rows.forEach(output::row);
        java.io.StringWriter written = new java.io.StringWriter();
        output.writeTo(new java.io.PrintWriter(written));

        Table table = Table.parse("again", written.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows().stream().map(Row::cells).toList()).isEqualTo(rows);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "1",
                "2",
                "10",
                "-3",
                "1e5",
                "1e308",
                "1e-308",
                ".5",
                "NA",
                "\"",
                "\"\"",
                ",",
                "\n",
                "\r",
                "\r\n",
                " ",
                "é",
                "\u0000",
                "NaN",
                "9007199254740993");
        return pieces.list().ofMaxSize(24).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.of("a", "\"", ",", "\n", "\r", " ", "é", "")
                .list()
                .ofMaxSize(5)
                .map(list -> list.stream().collect(Collectors.joining()));
        return cell.list().ofSize(2).list().ofMaxSize(5);
    }

    private static void assertEndsInOrder(Stats run) {
        assertThat(run.exitCode()).isIn(0, 1);
        if (run.exitCode() == 0) {
            assertThat(run.out()).doesNotContain("NaN,").doesNotContain("Infinity");
        } else {
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("table").doesNotContain("Exception");
        }
    }
}
