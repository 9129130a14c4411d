package org.silkthread.cli.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.silkthread.cli.table.CsvOutput;

class StatsFrameTest {

    private static final String[] X_OF_N = {"--numerator", "x", "--denominator", "n"};

    @Test
    void columns_that_are_not_used_are_kept_in_front_of_the_added_ones() {
        Stats run = Stats.on("trust,x,n,note\nR1,8,10,fine\n", "proportion", X_OF_N);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("trust,x,n,note,value,lower95,upper95,lower998,upper998,method\nR1,8,10,fine,0.8,0.49");
    }

    @Test
    void quoted_cells_keep_their_commas_quotes_and_line_ends() {
        String name = "\"St Mary's, \"\"the\nold\"\" one\"";
        Stats run = Stats.on("trust,x,n\r\n" + name + ",1,2\r\n", "proportion", X_OF_N);

        assertThat(run.out()).contains("\n" + name + ",1,2,0.5,");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() {
        assertThat(Stats.on("\uFEFFx,n\n1,2\n", "proportion", X_OF_N).out()).startsWith("x,n,value");
    }

    @Test
    void standard_input_is_read_when_the_file_is_a_hyphen() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("x,n\n1,2\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(Stats.run("rate", "-", "--numerator", "x", "--denominator", "n", "--multiplier", "100")
                            .out())
                    .contains("\n1,2,50,");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_column_of_the_same_name_as_an_added_one_is_replaced() {
        Stats run = Stats.on("value,x,n\nold,1,2\n", "proportion", X_OF_N);

        assertThat(run.out()).startsWith("x,n,value,").doesNotContain("old");
    }

    @Test
    void levels_name_their_columns() {
        Stats run = Stats.on("x,n\n1,2\n", "proportion", "--numerator=x", "--denominator=n", "--level=0.9,99,99.95");

        assertThat(run.out()).startsWith("x,n,value,lower90,upper90,lower99,upper99,lower9995,upper9995,method\n");
    }

    @Test
    void a_group_is_one_row_of_its_sums_in_the_order_of_the_table() {
        Stats run = Stats.on(
                "area,year,x,n\nB,1,1,4\nA,1,2,4\nB,2,3,4\n",
                "proportion",
                "--numerator=x",
                "--denominator=n",
                "--group=area");

        assertThat(run.out())
                .startsWith("area,x,n,value,")
                .contains("\nB,4,8,0.5,")
                .contains("\nA,2,4,0.5,");
        assertThat(run.rows()).hasSize(2);
    }

    @Test
    void a_missing_number_and_none_of_none_give_empty_values_and_not_an_error() {
        Stats run = Stats.on("x,n\n,10\nNA,10\n0,0\n3,\n", "rate", X_OF_N);

        assertThat(run.exitCode()).isZero();
        assertThat(run.rows())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.get("value")).isEmpty());
    }

    @Test
    void a_cell_that_is_no_number_is_named_by_file_line_column_and_what_was_expected() {
        Stats run = Stats.on("area,x,n\nA,1,2\nB,many,3\n", "rate", X_OF_N);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(".csv, line 3, column 2 (x): expected a number, found \"many\"");
    }

    @Test
    void impossible_numbers_are_named_by_line_and_columns() {
        Stats run = Stats.on("x,n\n1,2\n3,2\n", "proportion", X_OF_N);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 3: columns x and n: The numerator lies between zero and the denominator");
        assertThat(Stats.on("x,n\n-1,2\n", "rate", X_OF_N).err()).contains("expected a number of 0 or more");
        assertThat(Stats.on("x,n\n1,0\n", "rate", X_OF_N).exitCode()).isEqualTo(1);
        assertThat(Stats.on("x,n\nNaN,1\n", "rate", X_OF_N).exitCode()).isEqualTo(1);
    }

    @Test
    void lines_count_on_through_cells_of_several_lines() {
        Stats run = Stats.on("a,x,n\n\"1\n2\n3\",1,2\nB,?,3\n", "rate", X_OF_N);

        assertThat(run.err()).contains("line 5, column 2 (x)");
    }

    @Test
    void a_table_out_of_shape_is_refused_with_its_line() {
        assertThat(Stats.on("x,n\n1,2,3\n", "rate", X_OF_N).err()).contains("line 2: expected 2 columns, found 3");
        assertThat(Stats.on("x,n\n1,\"2\n", "rate", X_OF_N).err())
                .contains("line 2, column 2: expected a closing quote");
        assertThat(Stats.on("x,n\n\"1\"2,2\n", "rate", X_OF_N).err()).contains("line 2, column 1: expected a comma");
        assertThat(Stats.on("", "rate", X_OF_N).err()).contains("expected a header row");
        assertThat(Stats.on("x,x,n\n", "rate", X_OF_N).err()).contains("expected one column called \"x\", found 2");
        assertThat(Stats.on(new byte[] {'x', ',', 'n', '\n', (byte) 0xE9}, "rate", X_OF_N)
                        .err())
                .contains("line 2: expected UTF-8 text, found byte 0xE9");
    }

    @Test
    void wrong_usage_ends_with_2() {
        assertThat(Stats.run().exitCode()).isEqualTo(2);
        assertThat(Stats.run("median", "f.csv").exitCode()).isEqualTo(2);
        assertThat(Stats.run("rate", "f.csv").exitCode()).isEqualTo(2);
        assertThat(Stats.on("x,n\n", "rate", "--numerator=x", "--denominator=n", "--level=20")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Stats.on("x,n\n", "rate", "--numerator=x", "--denominator=n", "--multiplier=0")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_file_that_is_not_there_ends_with_1() {
        Stats run = Stats.run("rate", "no-such-file.csv", "--numerator", "x", "--denominator", "n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no-such-file.csv: there is no such file");
    }

    @Test
    void numbers_have_up_to_15_digits() {
        assertThat(CsvOutput.number(1.0 / 3)).isEqualTo("0.333333333333333");
        assertThat(CsvOutput.number(2.0 / 3 * 1e-9)).isEqualTo("6.66666666666667E-10");
        assertThat(CsvOutput.number(-0.0)).isEqualTo("0");
        assertThat(CsvOutput.number(1e20)).isEqualTo("1E+20");
        assertThat(CsvOutput.number(123456.75)).isEqualTo("123456.75");
    }
}
