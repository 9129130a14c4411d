package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.disclosure.CountRange;
import org.silkthread.server.disclosure.Verdict;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.core.env.Environment;

/**
 * Small numbers over real HTTP. Cells of 0, 1, 7, 8 and 12 are planted, and in two months of equal length everything is
 * the same except that a hidden cell is 1 in the one and 7 in the other: whatever anybody can read about the two months
 * must then be the same, letter by letter.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedCellsTest {

    private static final String INDICATOR = "hip-replacement-readmission-28";
    private static final String ONE = "2016-01";
    private static final String OTHER = "2016-03";
    private static final String PASSWORD = "a long enough password";

    private final Submissions submissions;
    private final Directory directory;
    private final DisclosureCheck check;
    private final Accounts accounts;
    private final Environment environment;
    private final Browser visitor;

    PlantedCellsTest(
            Submissions submissions,
            Directory directory,
            DisclosureCheck check,
            Accounts accounts,
            Environment environment) {
        this.submissions = submissions;
        this.directory = directory;
        this.check = check;
        this.accounts = accounts;
        this.environment = environment;
        this.visitor = Browser.of(environment);
    }

    @BeforeAll
    void plant() {
        List<String> codes = List.of("PLA", "PLB", "PLC", "PLD", "PLE", "PLF", "PLG", "PLH");
        directory.registerProvisional(codes.stream()
                .map(code -> new Provisional(code, "Planted hospital " + code, "Y58", "test"))
                .toList());
        Sheet sheet = Sheet.ofValues();
        for (String month : List.of(ONE, OTHER)) {
            sheet.row(INDICATOR, "PLA", month, 0, 1000)
                    .row(INDICATOR, "PLB", month, month.equals(ONE) ? 1 : 7, 1000)
                    .row(INDICATOR, "PLC", month, 7, 1000)
                    .row(INDICATOR, "PLD", month, 8, 1000)
                    .row(INDICATOR, "PLE", month, 12, 1000)
                    .row(INDICATOR, "PLF", month, 60, 1000)
                    .row(INDICATOR, "PLG", month, 55, 1000);
        }
        for (int month = 1; month <= 12; month++) {
            sheet.row(INDICATOR, "PLH", "2017-%02d".formatted(month), month % 3 == 0 ? 4 : 0, 1000);
        }
        assertThat(sheet.importInto(submissions).problems()).isEmpty();
    }

    @Test
    void a_chart_with_many_hidden_figures_has_no_limits_because_the_figures_that_are_left_would_lie() {
        String chart = read("/api/v1/observatory/spc?indicator=" + INDICATOR + "&organisation=PLH");
        assertThat(chart)
                .contains("\"variation\":\"Cannot tell\"")
                .contains("too many of the figures are hidden")
                .contains("\"value\":0,")
                .contains("\"specialCause\":null")
                .doesNotContain("Common Cause")
                .doesNotContainPattern("\"(average|lower|upper)\":[0-9]");
        assertThat(read("/figures/" + INDICATOR + ".PLH.2017-11")).contains("Cannot tell");
    }

    @Test
    void check_40_a_page_shows_0_hidden_hidden_10_and_10() {
        assertThat(page("PLA")).contains("0 of 1,000 patients");
        assertThat(page("PLB")).contains("Hidden to protect people").doesNotContain("1 of 1,000");
        assertThat(page("PLC")).contains("Hidden to protect people").doesNotContain("7 of 1,000");
        assertThat(page("PLD")).contains("10 of 1,000 patients").doesNotContain("8 of 1,000");
        assertThat(page("PLE")).contains("10 of 1,000 patients").doesNotContain("12 of 1,000");
    }

    @Test
    void check_40_json_shows_0_nothing_nothing_10_and_10() {
        assertThat(json("PLA")).contains("\"numerator\":0,");
        assertThat(json("PLB")).contains("\"numerator\":null", "\"value\":null", "\"withheld\":\"Hidden\"");
        assertThat(json("PLC")).contains("\"numerator\":null", "\"lower95\":null", "\"upper95\":null");
        assertThat(json("PLD")).contains("\"numerator\":10,", "\"value\":0.01,", "\"rounded\":true");
        assertThat(json("PLE")).contains("\"numerator\":10,", "\"value\":0.01,");
    }

    @Test
    void check_40_csv_agrees_with_json_cell_by_cell() {
        String file = read("/indicators/" + INDICATOR + "/providers.csv?period=" + ONE);
        assertThat(line(file, "PLA")).contains(",0,1000,,0,");
        assertThat(line(file, "PLB")).contains(",,1000,,,,,").contains(",Hidden,");
        assertThat(line(file, "PLC")).contains(",,1000,,,,,").contains(",Hidden,");
        assertThat(line(file, "PLD")).contains(",10,1000,,0.01,");
        assertThat(line(file, "PLE")).contains(",10,1000,,0.01,");
        assertThat(read("/api/v1/figures.csv?indicator=" + INDICATOR + "&period=" + ONE))
                .isEqualTo(file);
    }

    @Test
    void check_40_open_data_holds_the_same_lines() {
        String month = read("/indicators/" + INDICATOR + "/providers.csv?period=" + ONE);
        String all = read("/open-data/figures.csv");
        for (String code : List.of("PLA", "PLB", "PLC", "PLD", "PLE")) {
            assertThat(all).contains(line(month, code));
        }
        assertThat(read("/open-data/figures.json")).contains(json("PLB"));
    }

    @TestFactory
    Stream<DynamicTest> check_40_a_hidden_1_and_a_hidden_7_cannot_be_told_apart() {
        String name = INDICATOR + ".PLB.";
        return Stream.of(
                        "/figures/" + name + "MONTH",
                        "/figures/" + name + "MONTH.csv",
                        "/figures/" + name + "MONTH/peers.csv",
                        "/api/v1/figures/" + name + "MONTH",
                        "/api/v1/figures?indicator=" + INDICATOR + "&period=MONTH",
                        "/api/v1/observatory/funnel?indicator=" + INDICATOR + "&period=MONTH",
                        "/indicators/" + INDICATOR + "?period=MONTH",
                        "/indicators/" + INDICATOR + "/providers.csv?period=MONTH",
                        "/observatory?indicator=" + INDICATOR + "&period=MONTH",
                        "/observatory/benchmark.csv?indicator=" + INDICATOR + "&period=MONTH")
                .map(path -> DynamicTest.dynamicTest(
                        path, () -> assertThat(anonymous(path, ONE)).isEqualTo(anonymous(path, OTHER))));
    }

    @Test
    void check_40_charts_and_the_words_for_those_who_do_not_see_them_hold_no_more_than_the_table() {
        String drawn = read("/figures/" + INDICATOR + ".PLD." + ONE);
        assertThat(drawn).contains("<svg", "1.0%");
        for (String text : texts(drawn)) {
            assertThat(text).doesNotContain("0.8%").doesNotContain("8 of 1,000");
        }
        for (String hidden : List.of("PLB", "PLC")) {
            for (String text : texts(read("/figures/" + INDICATOR + "." + hidden + "." + ONE))) {
                assertThat(text)
                        .doesNotContain("0.1%")
                        .doesNotContain("0.7%")
                        .doesNotContainPattern("\\b[17] of 1,000");
            }
        }
    }

    @Test
    void check_40_search_finds_the_planted_cells_as_they_are_shown() {
        String found = read("/api/v1/figures?indicator=" + INDICATOR + "&period=" + ONE);
        assertThat(found).contains(json("PLA"), json("PLB"), json("PLC"), json("PLD"), json("PLE"));
    }

    @Test
    void check_40_what_a_member_reads_is_kept_nowhere_and_a_visitor_after_it_reads_what_everybody_reads() {
        String path = "/figures/" + INDICATOR + ".PLC." + ONE;
        accounts.create(
                "planted-lead", "Planted Lead", PASSWORD, Set.of(new Post(Role.QUALITY_LEAD, "PLC")), Sheet.TESTER);
        var own = Browser.of(environment).signIn("planted-lead", PASSWORD).get(path);
        assertThat(own.body()).contains("7 of 1,000 patients");
        assertThat(own.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        var open = visitor.get(path);
        assertThat(open.body()).contains("Hidden to protect people").doesNotContain("7 of 1,000");
        assertThat(open.headers().firstValue("Cache-Control").orElse("")).contains("public");
        assertThat(open.headers().firstValue("Vary").orElse("")).containsIgnoringCase("cookie");
    }

    @Test
    void check_41_a_total_less_its_visible_rows_leaves_a_hidden_cell_open() {
        long low = 0;
        long high = 0;
        for (String shown : List.of("PLA", "PLD", "PLE", "PLF", "PLG")) {
            CountRange range = range(json(shown));
            low += range.low();
            high += range.high();
        }
        CountRange total = range(read("/api/v1/figures/" + INDICATOR + ".Y58." + ONE));
        // Two hidden cells are left; the other of them may be 1 to 7.
        long lowest = Math.max(1, total.low() - high - 7);
        long highest = Math.min(7, total.high() - low - 1);
        assertThat(highest - lowest).isGreaterThanOrEqualTo(1);
    }

    @Test
    void check_41_months_quarters_years_areas_and_the_country_together_give_no_planted_cell_away() {
        List<FigureId> planted = Stream.of("PLA", "PLB", "PLC", "PLD", "PLE", "PLF", "PLG", "Y58", "ENG")
                .flatMap(code -> Stream.of(ONE, OTHER, "FY2015-16-Q4", "FY2015-16")
                        .map(period -> FigureId.parse(INDICATOR + "." + code + "." + period)))
                .toList();
        Verdict verdict = check.of(planted).verdict();
        assertThat(verdict.isSafe()).as(verdict.sentence()).isTrue();
        assertThat(verdict.counts()).isGreaterThan(10);
        assertThat(verdict.narrowest()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void check_41_sums_over_stretches_of_anybodys_choice_are_not_to_be_had_because_they_would_overlap() {
        String name = INDICATOR + ".PLH.";
        assertThat(read("/api/v1/figures/" + name + "FY2016-17")).contains("\"numerator\":");
        for (String stretch : List.of("2017-01-01--2017-05-31", "2017-01-01--2017-06-30", "2017-02-01--2017-06-30")) {
            assertThat(read("/api/v1/figures/" + name + stretch))
                    .contains("\"numerator\":null", "\"denominator\":null");
        }
    }

    /** What is written in a drawing and in what is read out for it. */
    private static List<String> texts(String page) {
        List<String> texts = new ArrayList<>();
        Matcher drawing = Pattern.compile("(?s)<svg.*?</svg>|aria-label=\"[^\"]*\"|title=\"[^\"]*\"|<title>.*?</title>")
                .matcher(page);
        while (drawing.find()) {
            texts.add(drawing.group());
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    /** What a number that is shown can stand for, by the plain rule. */
    private static CountRange range(String json) {
        Matcher number = Pattern.compile("\"numerator\":([0-9]+)").matcher(json);
        assertThat(number.find()).isTrue();
        long shown = Long.parseLong(number.group(1));
        return shown == 0 ? CountRange.only(0) : new CountRange(shown - 2, shown + 2);
    }

    @Test
    void the_test_above_would_see_a_difference() {
        assertThat(json("PLF")).isNotEqualTo(json("PLG"));
        assertThat(read("/figures/" + INDICATOR + ".PLF." + ONE)).contains("60 of 1,000");
    }

    /** What is at the address for a month, with every name of the two months made equal. */
    private String anonymous(String path, String month) {
        return read(path.replace("MONTH", month))
                .replaceAll("selected", "")
                .replaceAll("2016-0[13](-01|-31)?", "MONTH")
                .replaceAll("(31 )?(January|March) 2016", "MONTH")
                .replaceAll("table-[0-9a-f]+", "table")
                .replaceAll(" +>", ">");
    }

    private String page(String organisation) {
        return read("/figures/" + INDICATOR + "." + organisation + "." + ONE);
    }

    private String json(String organisation) {
        return read("/api/v1/figures/" + INDICATOR + "." + organisation + "." + ONE);
    }

    private String read(String path) {
        var reply = visitor.get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }

    private static String line(String file, String organisation) {
        return file.lines()
                .filter(line -> line.startsWith(INDICATOR + "." + organisation + "." + ONE + ","))
                .findFirst()
                .orElseThrow();
    }
}
