package org.silkthread.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.silkthread.server.directory.FictionalFiles.load;
import static org.silkthread.server.directory.FictionalFiles.northmarch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.RowProblem;

@ServerTest
class DirectoryImportsTest {

    private static final String HEADER = "code,name,type,parent,open_date,close_date,service_lines\n";

    private final DirectoryImports imports;
    private final Directory directory;
    private final DSLContext database;

    DirectoryImportsTest(DirectoryImports imports, Directory directory, DSLContext database) {
        this.imports = imports;
        this.directory = directory;
        this.database = database;
    }

    @Test
    void importing_the_same_file_again_changes_no_row_of_any_table() {
        northmarch(imports);
        Map<String, Integer> before = TableCounts.of(database);

        ImportReport again = northmarch(imports);

        assertThat(again.unchanged()).isEqualTo(9);
        assertThat(again.added() + again.changed()).isZero();
        assertThat(TableCounts.of(database)).isEqualTo(before);
    }

    @Test
    void a_dry_run_counts_what_would_change_and_changes_nothing() {
        Map<String, Integer> before = TableCounts.of(database);

        ImportReport report = load(
                imports,
                DirectoryImportKind.ORGANISATIONS,
                HEADER + "ZI-DRY,Dry Dock Practice,PRACTICE,ENG,,,\n",
                ImportOptions.DRY_RUN);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.CHECKED);
        assertThat(report.added()).isEqualTo(1);
        assertThat(directory.find("ZI-DRY")).isEmpty();
        assertThat(TableCounts.of(database)).isEqualTo(before);
    }

    @Test
    void a_file_with_bad_rows_is_refused_and_each_bad_row_is_named_once() {
        String rows = HEADER
                + "ZI-GOOD,Good Practice,PRACTICE,ENG,,,\n"
                + "zi-low,Low Practice,PRACTICE,ENG,,,\n"
                + "ZI-NONAME,,PRACTICE,ENG,,,\n"
                + "ZI-TYPE,Some Castle,CASTLE,ENG,,,\n"
                + "ZI-DAY,Leap Practice,PRACTICE,ENG,2024-02-31,,\n"
                + "ZI-ORDER,Backwards Practice,PRACTICE,ENG,2024-02-01,2024-01-31,\n"
                + "ZI-LINE,Odd Practice,PRACTICE,ENG,,,alchemy\n"
                + "ZI-SELF,Own Practice,PRACTICE,ZI-SELF,,,\n"
                + "ZI-LOST,Lost Practice,PRACTICE,ZI-NOBODY,,,\n"
                + "ZI-UPSIDE,Upside Region,REGION,ZI-GOOD,,,\n"
                + "ZI-GOOD,Good Practice again,PRACTICE,ENG,,,\n"
                + "ZI-EARLY,Early Practice,PRACTICE,Q33,1990-01-01,1999-12-31,\n";

        ImportReport report = load(imports, DirectoryImportKind.ORGANISATIONS, rows);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems())
                .extracting(RowProblem::line, RowProblem::column, RowProblem::found)
                .containsExactlyInAnyOrder(
                        tuple(3L, "code", "zi-low"),
                        tuple(4L, "name", ""),
                        tuple(5L, "type", "CASTLE"),
                        tuple(6L, "open_date", "2024-02-31"),
                        tuple(7L, "close_date", "2024-01-31"),
                        tuple(8L, "service_lines", "alchemy"),
                        tuple(9L, "parent", "ZI-SELF"),
                        tuple(10L, "parent", "ZI-NOBODY"),
                        tuple(11L, "parent", "ZI-GOOD"),
                        tuple(12L, "code", "ZI-GOOD"),
                        tuple(13L, "parent", "Q33"));
        assertThat(directory.find("ZI-GOOD")).isEmpty();
    }

    @Test
    void good_rows_of_a_bad_file_come_in_when_they_are_accepted() {
        String rows = HEADER
                + "ZI-KEPT,Kept Practice,PRACTICE,ENG,,,\n"
                + "ZI-CAST,Some Castle,CASTLE,ENG,,,\n"
                + "ZI-CHILD,Child Site,SITE,ZI-CAST,,,\n";

        ImportReport report = load(imports, DirectoryImportKind.ORGANISATIONS, rows, new ImportOptions(false, true));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(directory.find("ZI-KEPT")).isPresent();
        assertThat(directory.find("ZI-CHILD")).isEmpty();
    }

    @Test
    void a_file_without_a_good_row_is_refused_even_when_good_rows_are_accepted() {
        ImportReport report = load(
                imports, DirectoryImportKind.ORGANISATIONS, "code;name;type\nX;Y;Z\n", new ImportOptions(false, true));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems())
                .extracting(RowProblem::sentence)
                .containsExactly("test.csv line 1: found 'code;name;type', expected a column code");
    }

    @Test
    void organisations_that_would_lie_below_themselves_are_refused() {
        String rows =
                HEADER + "ZI-A,Trust A,NHS-TRUST,ZI-B,,,\nZI-B,Board B,ICB,ZI-R,,,\nZI-R,Region R,REGION,ENG,,,\n";
        load(imports, DirectoryImportKind.ORGANISATIONS, rows);
        String practice = "\"ZI-R\",\"ZI-A\",\"W\",\"20200101\",\"\",\"0\"\n";

        ImportReport report = load(imports, DirectoryImportKind.ODS_PRACTICE_MEMBERSHIPS, practice);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems())
                .extracting(RowProblem::expected)
                .containsExactly("an organisation that does not lie below this one");
        assertThat(directory.ancestors("ZI-A", LocalDate.of(2024, 1, 1)))
                .extracting(Organisation::code)
                .containsExactly("ZI-B", "ZI-R", "ENG");
    }

    @Test
    void a_correction_supersedes_and_what_was_recorded_first_can_still_be_read() {
        load(
                imports,
                DirectoryImportKind.ORGANISATIONS,
                HEADER + "ZI-FIX,Mispelt Practice,PRACTICE,ENG,1990-01-01,,\n");

        ImportReport correction = load(
                imports,
                DirectoryImportKind.ORGANISATIONS,
                HEADER + "ZI-FIX,Misspelt Practice,PRACTICE,ENG,1991-01-01,,\n");

        assertThat(correction.changed()).isEqualTo(1);
        assertThat(directory.find("ZI-FIX")).map(Organisation::name).contains("Misspelt Practice");
        assertThat(directory.find("ZI-FIX")).flatMap(Organisation::opened).contains(LocalDate.of(1991, 1, 1));
        List<LocalDate> opened = database.fetch(
                        "select opened from directory.organisation_record where code = 'ZI-FIX' order by recorded_at")
                .getValues(0, LocalDate.class);
        assertThat(opened).containsExactly(LocalDate.of(1990, 1, 1), LocalDate.of(1991, 1, 1));
    }

    @Test
    void a_trust_that_is_placed_elsewhere_by_a_newer_file_stays_where_it_was_on_earlier_dates() {
        load(imports, DirectoryImportKind.ODS_TRUSTS, trust("ZI1", "ZIQ1"));
        load(imports, DirectoryImportKind.ODS_TRUSTS, trust("ZI1", "ZIQ2"));

        assertThat(directory.ancestors("ZI1", LocalDate.of(2020, 1, 1)))
                .extracting(Organisation::code)
                .contains("ZIQ1")
                .doesNotContain("ZIQ2");
        assertThat(directory.parents("ZI1", LocalDate.of(2100, 1, 1)))
                .extracting(place -> place.other().code())
                .containsExactly("ZIQ2");
    }

    private static String trust(String code, String system) {
        return "\"" + code + "\",\"A TRUST\",\"Y63\",\"" + system
                + "\",\"\",\"\",\"\",\"\",\"\",\"ZY1 1AA\",\"19940401\"" + ",\"\"".repeat(16) + "\n";
    }

    @Test
    void a_line_without_end_gives_one_problem_and_imports_nothing() {
        ImportReport report = load(
                imports,
                DirectoryImportKind.ORGANISATIONS,
                HEADER + "ZI-LONG," + "x".repeat(1 << 20) + ",PRACTICE,ENG\n");

        assertThat(report.problems()).extracting(RowProblem::expected).containsExactly("a line of at most 65536 bytes");
    }
}
