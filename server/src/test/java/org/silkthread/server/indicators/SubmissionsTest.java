package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblem;

@ServerTest
class SubmissionsTest {

    private static final String READMISSION = "hip-replacement-readmission-28";

    private final Submissions submissions;
    private final Figures figures;
    private final Directory directory;
    private final DSLContext sql;

    SubmissionsTest(Submissions submissions, Figures figures, Directory directory, DSLContext sql) {
        this.submissions = submissions;
        this.figures = figures;
        this.directory = directory;
        this.sql = sql;
    }

    @BeforeEach
    void organisations() {
        directory.registerProvisional(List.of(
                new Provisional("SUB1", "Submitting Hospital", "Y56", "test"),
                new Provisional("SUB2", "Other Hospital", "Y56", "test")));
    }

    @Test
    void given_a_good_file_then_its_rows_are_figures() {
        ImportReport report = Sheet.ofValues()
                .row(READMISSION, "SUB1", "2023-01", 40, 400)
                .row(READMISSION, "SUB1", "2023-02", 35, 390)
                .importInto(submissions);
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.added()).isEqualTo(2);
        Figure figure = own("SUB1", "2023-01");
        assertThat(figure.shown().orElseThrow().numeratorShown()).isEqualTo(40);
        assertThat(figure.source().orElseThrow().file()).isEqualTo("values.csv");
        assertThat(figure.source().orElseThrow().status()).isEqualTo(FigureStatus.FINAL);
    }

    @Test
    void given_a_file_imported_twice_then_the_second_time_changes_no_row_of_any_table() {
        Sheet sheet = Sheet.ofValues().row(READMISSION, "SUB1", "2022-01", 12, 300);
        sheet.importInto(submissions);
        Map<String, Long> before = Tables.rows(sql);
        ImportReport second = sheet.importInto(submissions);
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.added() + second.changed() + second.rejected()).isZero();
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void given_a_correction_then_the_new_count_holds_and_the_old_one_is_history() {
        Sheet.ofValues().row(READMISSION, "SUB1", "2022-02", 20, 300).importInto(submissions);
        ImportReport report =
                Sheet.ofValues().row(READMISSION, "SUB1", "2022-02", 21, 300).importInto(submissions);
        assertThat(report.changed()).isEqualTo(1);
        FigureId id = new FigureId(READMISSION, "SUB1", Period.parse("2022-02"));
        assertThat(own("SUB1", "2022-02").source().orElseThrow().status()).isEqualTo(FigureStatus.REVISED);
        assertThat(figures.history(id, new Audience.Members(Set.of("SUB1"))))
                .extracting(
                        figure -> figure.shown().orElseThrow().numeratorShown(),
                        figure -> figure.source().orElseThrow().status())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(21L, FigureStatus.REVISED),
                        org.assertj.core.groups.Tuple.tuple(20L, FigureStatus.SUPERSEDED));
    }

    @Test
    void given_a_dry_run_then_the_report_says_what_would_change_and_nothing_changes() {
        Map<String, Long> before = Tables.rows(sql);
        ImportReport report = Sheet.ofValues()
                .row(READMISSION, "SUB1", "2021-01", 9, 300)
                .importInto(submissions, SubmissionOptions.DRY_RUN);
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.CHECKED);
        assertThat(report.added()).isEqualTo(1);
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void given_one_bad_row_then_nothing_is_imported_unless_the_good_rows_are_asked_for() {
        Sheet sheet = Sheet.ofValues()
                .row(READMISSION, "SUB1", "2020-01", 9, 300)
                .row(READMISSION, "SUB1", "2020-02", 301, 300);
        Map<String, Long> before = Tables.rows(sql);
        ImportReport refused = sheet.importInto(submissions);
        assertThat(refused.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(Tables.rows(sql)).isEqualTo(before);
        ImportReport accepted = sheet.importInto(submissions, SubmissionOptions.ACCEPT_GOOD_ROWS);
        assertThat(accepted.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(accepted.added()).isEqualTo(1);
        assertThat(accepted.rejected()).isEqualTo(1);
        assertThat(own("SUB1", "2020-01").shown()).isPresent();
        assertThat(own("SUB1", "2020-02").shown()).isEmpty();
    }

    @Test
    void every_broken_row_gets_one_problem_that_names_line_column_found_and_expected() {
        assertProblem(READMISSION + ",SUB1,,2023-03,many,300", "numerator", "many", "a whole number");
        assertProblem(READMISSION + ",SUB1,,2023-03,-4,300", "numerator", "-4", "a whole number of 0 or more");
        assertProblem(READMISSION + ",SUB1,,2023-03,4.5,300", "numerator", "4.5", "a whole number");
        assertProblem(READMISSION + ",SUB1,,2023-03,301,300", "numerator", "301", "at most the denominator, 300");
        assertProblem(READMISSION + ",NOWHERE,,2023-03,3,300", "organisation", "NOWHERE", "the directory knows");
        assertProblem(READMISSION + ",Y56,,2023-03,3,300", "organisation", "Y56", "gives care");
        assertProblem("no-such-thing,SUB1,,2023-03,3,300", "indicator", "no-such-thing", "id of an indicator");
        assertProblem(READMISSION + ",SUB1,dentistry,2023-03,3,300", "service_line", "dentistry", "service line of");
        assertProblem(READMISSION + ",SUB1,,2023-02-31,3,300", "period", "2023-02-31", "a month such as 2024-07");
        assertProblem(READMISSION + ",SUB1,,2023-13,3,300", "period", "2023-13", "a month such as 2024-07");
        assertProblem(READMISSION + ",SUB1,,FY2022-23,3,300", "period", "FY2022-23", "a month such as 2024-07");
        assertProblem(READMISSION + ",SUB1,,2199-01,3,300", "period", "2199-01", "a period that is over");
        assertProblem(READMISSION + ",SUB1,,2023-03,,300", "numerator", "", "a whole number");
        assertProblem(READMISSION + ",,,2023-03,3,300", "organisation", "", "a value");
        assertProblem(READMISSION + ",SUB1,,2023-03,3", "", "5 columns", "6 columns");
        assertProblem("ae-attendances,SUB1,,2023-03,3,300", "denominator", "300", "nothing");
        assertProblem("c-difficile-rate,SUB1,,2023-03,3,0", "denominator", "0", "more than 0");
    }

    private void assertProblem(String line, String column, String found, String expected) {
        ImportReport report = Sheet.ofValues()
                .row(READMISSION, "SUB1", "2019-01", 3, 300)
                .line(line)
                .importInto(submissions);
        assertThat(report.outcome()).as(line).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems()).as(line).hasSize(1);
        RowProblem problem = report.problems().getFirst();
        assertThat(problem.file()).isEqualTo("values.csv");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).as(line).isEqualTo(column);
        assertThat(problem.found()).as(line).isEqualTo(found);
        assertThat(problem.expected()).as(line).contains(expected);
    }

    @Test
    void given_a_key_twice_in_a_file_then_the_problem_names_both_lines() {
        ImportReport report = Sheet.ofValues()
                .row(READMISSION, "SUB1", "2019-01", 3, 300)
                .row(READMISSION, "SUB2", "2019-01", 3, 300)
                .row(READMISSION, "SUB1", "2019-01", 4, 300)
                .importInto(submissions);
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().getFirst().line()).isEqualTo(4);
        assertThat(report.problems().getFirst().expected()).contains("line 2 has it already");
    }

    @Test
    void given_200_broken_rows_then_there_is_one_problem_a_row_in_the_order_of_the_file_and_nothing_is_imported() {
        List<String> broken = List.of(
                READMISSION + ",SUB1,,2023-03,many,300",
                READMISSION + ",SUB1,,2023-03,-4,300",
                READMISSION + ",SUB1,,2023-03,301,300",
                READMISSION + ",NOWHERE,,2023-03,3,300",
                "no-such-thing,SUB1,,2023-03,3,300",
                READMISSION + ",SUB1,,2023-02-31,3,300",
                READMISSION + ",SUB1,,2023-03,,300",
                READMISSION + ",SUB1,,2023-03,3",
                ",,,,,",
                READMISSION + ",SUB1,,2019-01,3,\"300");
        Sheet sheet = Sheet.ofValues();
        for (int i = 0; i < 200; i++) {
            sheet.line(broken.get(i % broken.size()));
        }
        Map<String, Long> before = Tables.rows(sql);
        ImportReport report = sheet.importInto(submissions);
        assertThat(report.problems()).hasSize(200).extracting(RowProblem::line).isSorted();
        assertThat(report.problems()).extracting(RowProblem::line).doesNotHaveDuplicates();
        assertThat(report.rejected()).isEqualTo(200);
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    void given_an_empty_file_or_other_columns_or_another_encoding_then_one_problem_says_so() {
        assertThat(importBytes(new byte[0]).problems()).hasSize(1);
        assertThat(importBytes("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .hasSize(1);
        String header = "indicator,organisation,service_line,period,numerator,denominator\n";
        byte[] latin = (header + READMISSION + ",SUB1,caf\u00e9,2019-01,3,300\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(importBytes(latin).problems())
                .singleElement()
                .extracting(RowProblem::expected)
                .isEqualTo("UTF-8 text");
    }

    private ImportReport importBytes(byte[] bytes) {
        return submissions.importFile(
                ImportKind.INDICATOR_VALUES,
                "values.csv",
                () -> new ByteArrayInputStream(bytes),
                SubmissionOptions.STRICT,
                Sheet.TESTER);
    }

    @Test
    void given_a_line_of_a_gigabyte_then_one_problem_says_so_within_the_memory_of_a_line() {
        String header = "indicator,organisation,service_line,period,numerator,denominator\n";
        ImportReport report = submissions.importFile(
                ImportKind.INDICATOR_VALUES,
                "long.csv",
                () -> new SequenceInputStream(
                        new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)), new Xs(1L << 30)),
                SubmissionOptions.STRICT,
                Sheet.TESTER);
        assertThat(report.problems())
                .singleElement()
                .extracting(RowProblem::line)
                .isEqualTo(2L);
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
    }

    /** So many letters x on one line. */
    private static final class Xs extends InputStream {

        private long left;

        Xs(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(bytes, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }

    private Figure own(String organisation, String period) {
        return figures.find(
                        new FigureId(READMISSION, organisation, Period.parse(period)),
                        new Audience.Members(Set.of(organisation)))
                .orElseThrow();
    }
}
