package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.silkthread.server.ServerTest;
import org.silkthread.server.SharedData;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.tabular.ImportReport;
import org.springframework.test.context.TestPropertySource;

/**
 * The published monthly A&amp;E files of NHS England, taken in as they are and compared with sums over the files that are
 * made here in another way. The country's figures need a database that no other test writes to.
 */
@ServerTest
@TestPropertySource(properties = "silkthread.test=ae-publication")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AePublicationTest {

    private static final Audience PUBLIC = Audience.everyone();
    private static final String FOLDER = "NHS-AE-monthly";

    private final Submissions submissions;
    private final Figures figures;
    private final DSLContext sql;

    AePublicationTest(Submissions submissions, Figures figures, DSLContext sql) {
        this.submissions = submissions;
        this.figures = figures;
        this.sql = sql;
    }

    @BeforeAll
    void takeIn() throws IOException {
        for (Path file : files()) {
            ImportReport report = importFile(file);
            assertThat(report.problems()).as(file.toString()).isEmpty();
            assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
            assertThat(report.added())
                    .isEqualTo(report.read())
                    .isEqualTo(rows(file).size());
        }
    }

    @Test
    @Order(1)
    void englands_four_hour_performance_is_the_sum_over_the_file_for_every_month() throws IOException {
        for (Path file : files()) {
            List<String[]> rows = rows(file);
            double attendances = sum(rows, 4, 10);
            double over4 = sum(rows, 10, 16);
            PublishedValue.Shown england = england("ae-4-hour", file);
            assertThat(england.value()).as(file.toString()).isCloseTo(1 - over4 / attendances, within(1e-12));
            PublishedValue.Shown plain = england("ae-4-hour-excluding-booked", file);
            assertThat(plain.value()).isCloseTo(1 - sum(rows, 10, 13) / sum(rows, 4, 7), within(1e-12));
            assertThat(england("ae-breaches-type-1", file).numeratorShown()).isEqualTo((long) sum(rows, 10, 11));
            assertThat(england("ae-12-hours-from-decision-to-admit", file).numeratorShown())
                    .isEqualTo((long) sum(rows, 17, 18));
        }
    }

    @Test
    @Order(2)
    void the_headline_of_may_2025_is_75_4_per_cent() {
        Figure may =
                figures.find(FigureId.parse("ae-4-hour.ENG.2025-05"), PUBLIC).orElseThrow();
        assertThat(Math.round(may.shown().orElseThrow().value() * 1000)).isEqualTo(754);
        assertThat(may.coverage().organisations()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void the_seven_regions_add_up_to_england() {
        List<Figure> regions = figures.across("ae-4-hour", Period.parse("2025-05"), Level.REGION, PUBLIC);
        assertThat(regions)
                .extracting(figure -> figure.id().organisation())
                .containsExactlyInAnyOrder("Y56", "Y58", "Y59", "Y60", "Y61", "Y62", "Y63");
        long sum = regions.stream()
                .mapToLong(figure -> figure.shown().orElseThrow().numeratorShown())
                .sum();
        assertThat(sum)
                .isEqualTo(figures.find(FigureId.parse("ae-4-hour.ENG.2025-05"), PUBLIC)
                        .orElseThrow()
                        .shown()
                        .orElseThrow()
                        .numeratorShown());
    }

    @Test
    @Order(4)
    void a_file_taken_in_again_changes_no_row_of_any_table() throws IOException {
        Map<String, Long> before = Tables.rows(sql);
        for (Path file : files()) {
            ImportReport again = importFile(file);
            assertThat(again.unchanged()).isEqualTo(again.read());
        }
        assertThat(Tables.rows(sql)).isEqualTo(before);
    }

    @Test
    @Order(5)
    void an_original_that_comes_after_its_revised_edition_is_history_and_not_current() throws IOException {
        Path revised = SharedData.require(FOLDER + "/Monthly-AE-July-2024-revised.csv");
        String text = Files.readString(revised);
        String row =
                text.lines().filter(line -> line.contains(",R0A,")).findFirst().orElseThrow();
        String[] cells = row.split(",", -1);
        String changed = row.replace("," + cells[4] + ",", "," + (Long.parseLong(cells[4]) + 9) + ",");
        String original = withoutTotals(text.replace(row, changed));
        FigureId id = FigureId.parse("ae-4-hour.R0A.2024-07");
        PublishedValue before = figures.find(id, PUBLIC).orElseThrow().value();
        ImportReport report = importText("Monthly-AE-July-2024.csv", original);
        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("A revised edition is here already. 1 "));
        assertThat(figures.find(id, PUBLIC).orElseThrow().value()).isEqualTo(before);
        assertThat(figures.history(id, PUBLIC))
                .extracting(figure -> figure.source().orElseThrow().status())
                .containsExactly(FigureStatus.REVISED, FigureStatus.SUPERSEDED);
    }

    @Test
    @Order(6)
    void a_revised_edition_supersedes_the_original_without_losing_it() throws IOException {
        Path original = SharedData.require(FOLDER + "/Monthly-AE-May-2025.csv");
        String text = Files.readString(original);
        String gone = text.lines()
                .filter(line -> line.contains(",Y03007,"))
                .findFirst()
                .orElseThrow();
        String row =
                text.lines().filter(line -> line.contains(",R0A,")).findFirst().orElseThrow();
        String[] cells = row.split(",", -1);
        String changed = row.replace("," + cells[4] + ",", "," + (Long.parseLong(cells[4]) + 9) + ",");
        String revised = withoutTotals(
                text.replace(row, changed).replace(gone + "\r\n", "").replace(gone + "\n", ""));
        FigureId id = FigureId.parse("ae-attendances.R0A.2025-05");
        long before =
                figures.find(id, PUBLIC).orElseThrow().shown().orElseThrow().numeratorShown();
        ImportReport report = importText("Monthly-AE-May-2025-revised.csv", revised);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(figures.find(id, PUBLIC).orElseThrow().shown().orElseThrow().numeratorShown())
                .isEqualTo(before + 9);
        assertThat(figures.history(id, PUBLIC))
                .extracting(
                        figure -> figure.shown().orElseThrow().numeratorShown(),
                        figure -> figure.source().orElseThrow().status())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(before + 9, FigureStatus.REVISED),
                        org.assertj.core.groups.Tuple.tuple(before, FigureStatus.SUPERSEDED));
        // What the revised edition leaves out is no longer a figure, so that England stays the sum over the file.
        assertThat(figures.find(FigureId.parse("ae-attendances.Y03007.2025-05"), PUBLIC)
                        .orElseThrow()
                        .shown())
                .isEmpty();
        assertThat(figures.find(FigureId.parse("ae-4-hour.ENG.2025-05"), PUBLIC)
                        .orElseThrow()
                        .coverage()
                        .organisations())
                .isEqualTo(199);
    }

    @Test
    @Order(7)
    void a_wrong_line_of_totals_refuses_the_file() throws IOException {
        String text = Files.readString(SharedData.require(FOLDER + "/Monthly-AE-April-2025.csv"));
        ImportReport report = importText("Monthly-AE-April-2025.csv", text.replace("TOTAL,1354645", "TOTAL,1354646"));
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("A&E attendances Type 1");
            assertThat(problem.found()).isEqualTo("1354646");
            assertThat(problem.expected()).contains("1354645");
        });
    }

    @Test
    @Order(8)
    void older_headers_a_byte_order_mark_and_commas_in_numbers_are_read() {
        String header = "Period,Org Code,Parent Org,Org name,Number of A&E attendances Type 1,"
                + "Number of A&E attendances Type 2,Number of A&E attendances Other A&E Department,"
                + "Number of attendances over 4hrs Type 1,Number of attendances over 4hrs Type 2,"
                + "Number of attendances over 4hrs Other A&E Department,"
                + "Patients who have waited 4-12 hs from DTA to admission,"
                + "Patients who have waited 12+ hrs from DTA to admission,Emergency admissions via A&E - Type 1,"
                + "Emergency admissions via A&E - Type 2,Emergency admissions via A&E - Other A&E department,"
                + "Other emergency admissions\n";
        String row = "MSitAE-APRIL-2019,R0A,NHS ENGLAND NORTH WEST,A TRUST   ,\"1,200\",0,300,200,0,10,5,1,90,0,0,4\n";
        ImportReport report = importText("April-2019-CSV.csv", "\uFEFF" + header + row);
        assertThat(report.problems()).isEmpty();
        PublishedValue.Shown shown = figures.find(FigureId.parse("ae-4-hour.R0A.2019-04"), PUBLIC)
                .orElseThrow()
                .shown()
                .orElseThrow();
        assertThat(shown.value()).isEqualTo(1290.0 / 1500);
    }

    @Test
    @Order(9)
    void organisations_of_the_file_that_the_directory_does_not_know_are_registered_or_refused_as_asked() {
        String text = "Period,Org Code,Parent Org,Org name,A&E attendances Type 1,A&E attendances Type 2,"
                + "A&E attendances Other A&E Department,Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,"
                + "Attendances over 4hrs Other Department,Patients who have waited 12+ hrs from DTA to admission,"
                + "Emergency admissions via A&E - Type 1,Emergency admissions via A&E - Type 2,"
                + "Emergency admissions via A&E - Other A&E department\n"
                + "MSitAE-MAY-2019,NEWX1,NHS ENGLAND LONDON,NEW WALK-IN CENTRE ,0,0,30,0,0,1,0,0,0,0\n";
        ImportReport refused = submissions.importFile(
                ImportKind.NHS_AE_MONTHLY,
                "may.csv",
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new SubmissionOptions(SubmissionOptions.STRICT.common(), true),
                Sheet.TESTER);
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo("Org Code");
            assertThat(problem.found()).isEqualTo("NEWX1");
        });
        ImportReport report = importText("may.csv", text);
        assertThat(report.warnings()).containsExactly("Not in the directory, so registered provisionally: NEWX1.");
        Figure figure =
                figures.find(FigureId.parse("ae-4-hour.NEWX1.2019-05"), PUBLIC).orElseThrow();
        assertThat(figure.organisationName()).isEqualToIgnoringCase("NEW WALK-IN CENTRE");
        assertThat(figures.find(FigureId.parse("ae-4-hour.Y56.2019-05"), PUBLIC)
                        .orElseThrow()
                        .shown())
                .isPresent();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.require(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    private ImportReport importFile(Path file) {
        return submissions.importFile(
                ImportKind.NHS_AE_MONTHLY,
                file.getFileName().toString(),
                () -> Files.newInputStream(file),
                SubmissionOptions.STRICT,
                Sheet.TESTER);
    }

    private ImportReport importText(String name, String text) {
        return submissions.importFile(
                ImportKind.NHS_AE_MONTHLY,
                name,
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                SubmissionOptions.STRICT,
                Sheet.TESTER);
    }

    private static String withoutTotals(String text) {
        return text.lines()
                .filter(line -> !line.toUpperCase(java.util.Locale.ROOT).startsWith("TOTAL"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    /** The rows of organisations; only names are quoted in these files. */
    private static List<String[]> rows(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.replaceAll("\"[^\"]*\"", "name").split(",", -1);
            if (!cells[0].equalsIgnoreCase("total")) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static double sum(List<String[]> rows, int from, int to) {
        double sum = 0;
        for (String[] row : rows) {
            for (int i = from; i < to; i++) {
                sum += Double.parseDouble(row[i]);
            }
        }
        return sum;
    }

    private PublishedValue.Shown england(String indicator, Path file) throws IOException {
        String[] words = rows(file).getFirst()[0].split("-");
        YearMonth month = YearMonth.of(Integer.parseInt(words[2]), java.time.Month.valueOf(words[1]));
        return figures.find(new FigureId(indicator, "ENG", Period.month(month)), PUBLIC)
                .orElseThrow()
                .shown()
                .orElseThrow();
    }
}
