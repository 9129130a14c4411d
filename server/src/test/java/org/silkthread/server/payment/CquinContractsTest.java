package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.server.ServerTest;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblem;
import org.springframework.context.annotation.Import;

/** Contracts come in by file, as a whole or not at all. */
@ServerTest
@Import(TestService.class)
class CquinContractsTest {

    private final TestService service;
    private final CquinContracts contracts;

    CquinContractsTest(TestService service, CquinContracts contracts) {
        this.service = service;
        this.contracts = contracts;
    }

    @Test
    void weights_of_99_are_refused_with_the_lines_and_the_sum_and_nothing_is_taken_in() {
        TestService.Pair pair = service.pair();
        TestService.Pair good = service.pair();

        ImportReport report = service.agree(
                ImportOptions.STRICT,
                line(pair, "1,First,vte-risk-assessment,60,linear 80 to 95,,"),
                line(pair, "2,Second,c-difficile-rate,39,linear 20 to 10,,"),
                line(good, "1,Only,vte-risk-assessment,100,linear 80 to 95,,"));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems())
                .extracting(RowProblem::sentence)
                .containsExactly(
                        "contracts.csv line 2, column weight_percent: found '99 in all', expected weights that add up to"
                                + " exactly 100 over the lines of contract 2017-18-" + pair.commissioner() + "-"
                                + pair.provider() + " (lines 2, 3); they add up to 99");
        assertThat(contracts.of(pair.provider())).isEmpty();
        assertThat(contracts.of(good.provider())).isEmpty();
    }

    @Test
    void taking_in_the_same_twice_changes_nothing_and_a_change_is_a_new_version_beside_the_old_one() {
        TestService.Pair pair = service.pair();
        String line = line(pair, "1,Only,vte-risk-assessment,100,linear 80 to 95,,");

        ImportReport first = service.agree(ImportOptions.STRICT, line);
        ImportReport second = service.agree(ImportOptions.STRICT, line);
        ImportReport third = service.agree(ImportOptions.STRICT, line.replace("80 to 95", "85 to 95"));

        assertThat(first.added()).isEqualTo(1);
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.added() + second.changed()).isZero();
        assertThat(third.changed()).isEqualTo(1);
        String id = pair.contract("2017-18");
        assertThat(contracts.find(id).orElseThrow().version()).isEqualTo(2);
        assertThat(contracts
                        .find(id, 1)
                        .orElseThrow()
                        .goals()
                        .getFirst()
                        .outcomeRule()
                        .orElseThrow()
                        .code())
                .isEqualTo("linear 80 to 95");
    }

    @Test
    void a_dry_run_counts_and_takes_nothing_in() {
        TestService.Pair pair = service.pair();

        ImportReport report =
                service.agree(ImportOptions.DRY_RUN, line(pair, "1,Only,vte-risk-assessment,100,linear 80 to 95,,"));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.CHECKED);
        assertThat(report.added()).isEqualTo(1);
        assertThat(contracts.of(pair.provider())).isEmpty();
    }

    @Test
    void good_rows_of_a_bad_file_are_never_taken_in() {
        assertThatThrownBy(() -> service.agree(new ImportOptions(false, true), "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as a whole file or not at all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,G,no-such-indicator,100,linear 80 to 95,,          | indicator      | the id of an indicator
                    1,G,ae-attendances,100,linear 80 to 95,,             | indicator      | with a denominator
                    1,G,vte-risk-assessment,100,linear 95 to 80,,        | rule           | pays more for worse results
                    1,G,vte-risk-assessment,100,submission,,             | rule           | only the first year pays for submission
                    1,G,vte-risk-assessment,100,whatever,,               | rule           | one of: submission
                    1,G,vte-risk-assessment,101,linear 80 to 95,,        | weight_percent | at most 100
                    1,G,vte-risk-assessment,-5,linear 80 to 95,,         | weight_percent | above 0
                    0,G,vte-risk-assessment,100,linear 80 to 95,,        | goal_number    | from 1 to 999
                    1,,vte-risk-assessment,100,linear 80 to 95,,         | goal           | a value
                    1,G,vte-risk-assessment,100,linear 80 to 95,2018-04, | period         | within the contract's year
                    1,G,vte-risk-assessment,100,linear 80 to 95,2017-03, | period         | within the contract's year
                    1,G,vte-risk-assessment,100,linear 80 to 95,,2018-03-31 | data_due    | a day after the period's end
                    1,G,vte-risk-assessment,100,linear 80 to 95,,31/05/2018 | data_due    | a day of the calendar
                    """)
    void each_bad_line_is_named_with_its_column_and_what_was_expected(String goal, String column, String expected) {
        ImportReport report = service.agree(ImportOptions.STRICT, line(service.pair(), goal));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.expected()).contains(expected);
        });
    }

    @Test
    void unknown_organisations_years_without_rules_and_uneven_values_are_refused() {
        TestService.Pair pair = service.pair();
        String goal = ",1,G,vte-risk-assessment,100,linear 80 to 95,,";

        assertThat(problem("NOBODY," + pair.provider() + ",2017-18,100.00" + goal)
                        .column())
                .isEqualTo("commissioner");
        assertThat(problem(pair.commissioner() + "," + pair.provider() + ",2020-21,100.00" + goal)
                        .column())
                .isEqualTo("year");
        assertThat(problem(pair.commissioner() + "," + pair.provider() + ",2017-18,100.005" + goal)
                        .column())
                .isEqualTo("contract_value");
        assertThat(problem(
                                line(pair, "1,A,vte-risk-assessment,50,linear 80 to 95,,"),
                                line(pair, "2,B,vte-risk-assessment,50,linear 80 to 95,,")
                                        .replace("1000000", "999999"))
                        .expected())
                .contains("the same value on every line");
    }

    private RowProblem problem(String... lines) {
        return service.agree(ImportOptions.STRICT, lines).problems().getFirst();
    }

    private static String line(TestService.Pair pair, String goal) {
        return pair.commissioner() + "," + pair.provider() + ",2017-18,1000000.00," + goal;
    }
}
