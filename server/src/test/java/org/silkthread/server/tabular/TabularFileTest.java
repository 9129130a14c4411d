package org.silkthread.server.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TabularFileTest {

    private static final TabularLayout CODE_AND_BEDS = TabularLayout.withHeader("code", "beds");

    private final RowProblems problems = new RowProblems();
    private final List<String> rows = new ArrayList<>();

    @Test
    void reads_rows_by_the_names_of_their_columns_in_any_order() throws IOException {
        read("Beds,CODE\r\n12,R0A\n\"1,200\",\"R0 \"\"B\"\"\"\n", CODE_AND_BEDS);

        assertThat(rows).containsExactly("2 R0A 12", "3 R0 \"B\" 1200");
        assertThat(problems.none()).isTrue();
    }

    @Test
    void passes_over_a_byte_order_mark_and_empty_lines_at_the_end() throws IOException {
        read("\uFEFFcode,beds\nR0A,12\n\n\n", CODE_AND_BEDS);

        assertThat(rows).containsExactly("2 R0A 12");
        assertThat(problems.none()).isTrue();
    }

    @Test
    void names_each_bad_row_once_and_reads_on_behind_it() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("code,beds\nR0A,twelve\nR0A,-1\nR0A\nR0A,1,2\n\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("R0Ä,3\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("\"R0A,4\n,5\nR\0,6\nR0A,7\n".getBytes(StandardCharsets.UTF_8));
        read(bytes.toByteArray(), CODE_AND_BEDS);

        assertThat(rows).containsExactly("11 R0A 7");
        assertThat(problems.kept())
                .extracting(RowProblem::sentence)
                .containsExactly(
                        "beds.csv line 2, column beds: found 'twelve', expected a whole number of 0 or more",
                        "beds.csv line 3, column beds: found '-1', expected a whole number of 0 or more",
                        "beds.csv line 4: found '1 columns', expected 2 columns",
                        "beds.csv line 5: found '3 columns', expected 2 columns",
                        "beds.csv line 6: found nothing, expected a row, not an empty line",
                        "beds.csv line 7, column byte 3: found 'byte 0xC4', expected UTF-8 text",
                        "beds.csv line 8, column code: found '\"R0A,4', expected a closing quote, followed by a comma"
                                + " or the end",
                        "beds.csv line 9, column code: found nothing, expected a value",
                        "beds.csv line 10, column code: found 'R\\u0000,6', expected text without control characters");
    }

    @Test
    void refuses_a_header_that_lacks_a_column_and_then_reads_no_row() throws IOException {
        read("code,bets\nR0A,1\n", CODE_AND_BEDS);

        assertThat(rows).isEmpty();
        assertThat(problems.kept())
                .extracting(RowProblem::sentence)
                .containsExactly("beds.csv line 1: found 'code,bets', expected a column beds");
    }

    @Test
    void refuses_columns_it_does_not_know_unless_the_layout_allows_them() throws IOException {
        read("code,beds,colour\nR0A,1,red\n", CODE_AND_BEDS);
        assertThat(problems.kept())
                .extracting(RowProblem::sentence)
                .containsExactly("beds.csv line 1: found 'colour', expected only the columns code, beds");

        read("code,beds,colour\nR0A,1,red\n", CODE_AND_BEDS.allowingOtherColumns());
        assertThat(rows).containsExactly("2 R0A 1");
    }

    @Test
    void an_optional_column_that_is_left_out_reads_as_empty() throws IOException {
        TabularFile file = new TabularFile(
                "beds.csv",
                source("code\nR0A\n"),
                TabularLayout.withHeader("code").withOptional("beds"));

        file.read(row -> rows.add(row.required("code") + row.optional("beds").isPresent()), problems);

        assertThat(rows).containsExactly("R0Afalse");
    }

    @Test
    void an_empty_file_and_a_file_with_only_a_header_are_refused() throws IOException {
        read("", CODE_AND_BEDS);
        read("code,beds\n", CODE_AND_BEDS);
        read("", TabularLayout.headerless("code", "beds"));

        assertThat(problems.kept())
                .extracting(RowProblem::expected)
                .containsExactly("a header line: code, beds", "at least one row", "at least one row");
    }

    @Test
    void trailing_empty_cells_are_allowed_only_when_the_layout_says_so() throws IOException {
        TabularLayout headerless = TabularLayout.headerless("code", "beds");
        read("R0A,1,,\n", headerless);
        assertThat(problems.count()).isEqualTo(1);

        read("R0A,1,,\nR0B,2,,x\n", headerless.allowingTrailingEmpty());
        assertThat(rows).containsExactly("1 R0A 1");
        assertThat(problems.count()).isEqualTo(2);
    }

    @Test
    void a_day_that_no_calendar_has_is_refused() throws IOException {
        TabularFile file = new TabularFile("days.csv", source("day\n2024-02-31\n"), TabularLayout.withHeader("day"));

        file.read(row -> row.date("day", Row.ISO_DATE), problems);

        assertThat(problems.kept())
                .extracting(RowProblem::sentence)
                .containsExactly("days.csv line 2, column day: found '2024-02-31', expected a day of the calendar"
                        + " written like 2024-07-31");
    }

    @Test
    void a_line_far_longer_than_memory_gives_one_problem_and_the_next_line_is_read() throws IOException {
        long length = 1L << 30;
        TabularFile.Source source = () -> new SequenceInputStream(
                new SequenceInputStream(text("code,beds\n"), new Repeated('x', length)), text("\nR0A,7\n"));
        new TabularFile("beds.csv", source, CODE_AND_BEDS).read(this::accept, problems);

        assertThat(rows).containsExactly("3 R0A 7");
        assertThat(problems.kept())
                .extracting(RowProblem::sentence)
                .containsExactly("beds.csv line 2: found '1073741824 bytes', expected a line of at most 65536 bytes");
    }

    @Test
    void a_million_problems_are_counted_and_the_first_thousand_kept() {
        for (int i = 0; i < 1_000_000; i++) {
            problems.add(new RowProblem("beds.csv", i, "", "", "a row"));
        }

        assertThat(problems.count()).isEqualTo(1_000_000);
        assertThat(problems.kept()).hasSize(RowProblems.KEPT);
    }

    @Test
    void the_same_bytes_have_the_same_digest() throws IOException {
        TabularFile file = new TabularFile("beds.csv", source("code,beds\nR0A,7\n"), CODE_AND_BEDS);

        TabularFile.Reading reading = file.read(this::accept, problems);

        assertThat(reading).isEqualTo(file.read(this::accept, problems));
        assertThat(reading.rows()).isEqualTo(1);
        assertThat(reading.bytes()).isEqualTo(16);
    }

    @Property(tries = 300)
    void whatever_is_written_by_the_rules_of_quoting_is_read_back(@ForAll @Size(min = 1, max = 5) List<String> cells)
            throws IOException {
        List<String> writable = cells.stream()
                .map(cell -> "x" + cell.replaceAll("[\\p{Cc}\\p{Cs}]", "") + "x")
                .toList();
        String[] columns = new String[writable.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = "c" + i;
        }
        String line = String.join(
                ",",
                writable.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .toList());
        List<String> readBack = new ArrayList<>();
        RowProblems found = new RowProblems();

        new TabularFile("any.csv", source(line), TabularLayout.headerless(columns))
                .read(
                        row -> {
                            for (String column : columns) {
                                readBack.add(row.text(column));
                            }
                        },
                        found);

        assertThat(found.kept()).isEmpty();
        assertThat(readBack).isEqualTo(writable);
    }

    private void read(String content, TabularLayout layout) throws IOException {
        read(content.getBytes(StandardCharsets.UTF_8), layout);
    }

    private void read(byte[] content, TabularLayout layout) throws IOException {
        new TabularFile("beds.csv", () -> new ByteArrayInputStream(content), layout).read(this::accept, problems);
    }

    private void accept(Row row) {
        rows.add(row.line() + " " + row.required("code") + " " + row.count("beds"));
    }

    private static TabularFile.Source source(String content) {
        return () -> text(content);
    }

    private static InputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    /** One byte, over and over. */
    private static final class Repeated extends InputStream {

        private final byte value;
        private long left;

        Repeated(char value, long times) {
            this.value = (byte) value;
            this.left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(length, left);
            java.util.Arrays.fill(bytes, offset, offset + some, value);
            left -= some;
            return some;
        }
    }
}
