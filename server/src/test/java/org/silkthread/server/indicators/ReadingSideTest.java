package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
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
import org.silkthread.server.tabular.ImportReport;
import org.springframework.core.env.Environment;

/** The public pages and the API over real HTTP: what they say, what they refuse, and who may keep them. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingSideTest {

    private static final String INDICATOR = "ae-recommend";
    private static final String HOSTILE = "=HYPERLINK(\"http://evil\")<script>alert(1)</script>";

    private final Submissions submissions;
    private final Directory directory;
    private final Browser visitor;

    ReadingSideTest(Submissions submissions, Directory directory, Environment environment) {
        this.submissions = submissions;
        this.directory = directory;
        this.visitor = Browser.of(environment);
    }

    @BeforeAll
    void load() {
        Sheet sheet = Sheet.ofValues();
        for (int i = 0; i < 8; i++) {
            String code = "RSD" + i;
            String name = i == 0 ? HOSTILE : "Reading hospital " + i;
            directory.registerProvisional(List.of(new Provisional(code, name, "Y58", "test")));
            for (int month = 1; month <= 12; month++) {
                // The last one does far worse than all others.
                sheet.row(INDICATOR, code, "2015-%02d".formatted(month), i == 7 ? 300 : 800 + i + month % 3, 1000);
            }
        }
        assertThat(sheet.importInto(submissions).problems()).isEmpty();
    }

    @Test
    void a_figure_page_carries_value_base_interval_source_age_and_every_strand_of_the_thread() {
        String page = body("/figures/" + INDICATOR + ".RSD3.2015-06");

        assertThat(page)
                .contains("80.5%", "805 of 1,000 replies", "Likely range", "values.csv", "Next figure", "Final")
                .contains("Definition in force on 30 June 2015")
                .contains("/indicators/" + INDICATOR + "?asAt=2015-06-30#definition")
                .contains("No published Quality Account cites it.", "No payment depends on this figure.");
    }

    @Test
    void an_outlier_is_called_one_in_words_on_the_figure_the_indicator_and_the_list_of_opportunities() {
        assertThat(body("/figures/" + INDICATOR + ".RSD7.2015-06")).contains("Worse than expected");
        assertThat(body("/figures/" + INDICATOR + ".RSD3.2015-06")).contains("No clear difference");
        assertThat(body("/indicators/" + INDICATOR + "?period=2015-06"))
                .contains("Worse than expected: Reading hospital 7.");
    }

    @Test
    void the_points_of_a_control_chart_name_the_rule_that_marks_them_as_the_reference_does() {
        assertThat(body("/api/v1/observatory/spc?indicator=" + INDICATOR + "&organisation=RSD3"))
                .contains("\"specialCause\":\"Common Cause\"", "\"pointType\":\"common_cause\"");
    }

    @Test
    void a_figure_names_the_file_that_it_came_from_and_not_the_folders_of_the_machine() {
        ImportReport report = Sheet.ofValues()
                .row(INDICATOR, "RSD3", "2014-01", 80, 100)
                .importInto(submissions, "/srv/returns\\secret/returned.csv");
        assertThat(report.problems()).isEmpty();
        assertThat(body("/api/v1/figures/" + INDICATOR + ".RSD3.2014-01"))
                .contains("\"file\":\"returned.csv\"")
                .doesNotContain("secret");
    }

    @Test
    void html_json_and_csv_agree_on_a_figure() {
        String code = INDICATOR + ".RSD3.2015-06";

        assertThat(body("/figures/" + code)).contains("805 of 1,000 replies").contains("80.5%");
        assertThat(body("/api/v1/figures/" + code))
                .contains("\"numerator\":805", "\"denominator\":1000", "\"value\":0.805,");
        assertThat(body("/figures/" + code + ".csv")).contains(",805,1000,,0.805,");
    }

    @Test
    void check_21_a_hostile_name_is_text_in_pages_and_no_formula_in_files() {
        assertThat(body("/figures/" + INDICATOR + ".RSD0.2015-06")).doesNotContain("<script>alert");
        assertThat(body("/indicators/" + INDICATOR + "?period=2015-06")).doesNotContain("<script>alert");
        assertThat(body("/figures/" + INDICATOR + ".RSD0.2015-06.csv"))
                .contains("\"'=HYPERLINK(\"\"http://evil\"\")")
                .doesNotContain(",=HYPERLINK");
    }

    @TestFactory
    Stream<DynamicTest> what_is_outside_of_what_is_allowed_is_refused_with_a_problem_document() {
        return Stream.of(
                        "/api/v1/figures",
                        "/api/v1/figures?indicator=no-such-thing",
                        "/api/v1/figures?indicator=" + INDICATOR + "&limit=10000000",
                        "/api/v1/figures?indicator=" + INDICATOR + "&limit=0",
                        "/api/v1/figures?indicator=" + INDICATOR + "&limit=many",
                        "/api/v1/figures?indicator=" + INDICATOR + "&offset=-1",
                        "/api/v1/figures?indicator=" + INDICATOR + "&offset=100001",
                        "/api/v1/figures?indicator=" + INDICATOR + "&period=2024-13",
                        "/api/v1/figures?indicator=" + INDICATOR + "&period=yesterday",
                        "/api/v1/figures?indicator=" + INDICATOR + "&level=galaxy",
                        "/api/v1/figures?indicator=" + INDICATOR + "&organisation=RSD1&level=region",
                        "/api/v1/figures?organisation=%27%20or%201%3D1",
                        "/api/v1/indicators?dimension=beauty",
                        "/api/v1/indicators?limit=1001",
                        "/api/v1/indicators/" + INDICATOR + "?asAt=2024-02-31",
                        "/api/v1/observatory/funnel",
                        "/api/v1/observatory/funnel?indicator=" + INDICATOR + "&level=site",
                        "/api/v1/observatory/funnel?indicator=" + INDICATOR + "&region=XXX",
                        "/api/v1/observatory/spc?indicator=" + INDICATOR,
                        "/api/v1/cuts/not-a-cut")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    HttpResponse<String> reply = visitor.get(path);
                    assertThat(reply.statusCode()).isEqualTo(400);
                    assertThat(reply.headers().firstValue("Content-Type").orElseThrow())
                            .startsWith("application/problem+json");
                    assertThat(reply.body()).contains("\"reference\"").doesNotContain("Exception");
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_does_not_exist_is_not_found() {
        return Stream.of(
                        "/indicators/no-such-thing",
                        "/indicators/" + INDICATOR + "?asAt=1950-01-01",
                        "/figures/nonsense",
                        "/figures/" + INDICATOR + ".NOBODY.2015-06",
                        "/figures/" + INDICATOR + ".RSD1.2015-06/nothing.csv",
                        "/cuts/00000000-0000-0000-0000-000000000000",
                        "/api/v1/figures/" + INDICATOR + ".NOBODY.2015-06",
                        "/api/v1/indicators/no-such-thing")
                .map(path -> DynamicTest.dynamicTest(
                        path, () -> assertThat(visitor.get(path).statusCode()).isEqualTo(404)));
    }

    @TestFactory
    Stream<DynamicTest> pages_refuse_odd_parameters_in_words() {
        return Stream.of(
                        "/indicators?dimension=beauty",
                        "/indicators?search=" + "a".repeat(101),
                        "/indicators/" + INDICATOR + "?period=soon",
                        "/observatory?level=team",
                        "/observatory?indicator=no-such-thing",
                        "/observatory?region=nowhere",
                        "/observatory/changes?page=0",
                        "/observatory/changes?page=1000000",
                        "/observatory/opportunities?dimension=beauty",
                        "/?q=" + "a".repeat(101))
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    HttpResponse<String> reply = visitor.get(path, "text/html");
                    assertThat(reply.statusCode()).isEqualTo(400);
                    assertThat(reply.body()).contains("<h1", "Reference");
                }));
    }

    @Test
    void a_long_list_comes_in_parts_that_say_where_the_next_one_is() {
        String first = body("/api/v1/figures?indicator=" + INDICATOR + "&organisation=RSD1&limit=5");
        assertThat(first)
                .contains("\"limit\":5", "\"offset\":0")
                .contains(
                        "\"next\":\"/api/v1/figures?indicator=" + INDICATOR + "&organisation=RSD1&limit=5&offset=5\"");
        assertThat(body("/api/v1/figures?indicator=" + INDICATOR + "&organisation=RSD1&limit=5&offset=5"))
                .contains("2015-06")
                .doesNotContain("2015-05");
    }

    @Test
    void a_list_is_csv_for_whoever_asks_for_csv() {
        String path = "/api/v1/figures?indicator=" + INDICATOR + "&organisation=RSD1";
        HttpResponse<String> reply = visitor.get(path, "text/csv");

        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(reply.body()).isEqualTo(body(path.replace("figures?", "figures.csv?")));
        assertThat(visitor.get(path).headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
    }

    @Test
    void public_replies_may_be_kept_for_a_minute_and_asked_for_again_by_their_tag() {
        HttpResponse<String> reply = visitor.get("/indicators/" + INDICATOR);

        assertThat(reply.headers().firstValue("Cache-Control")).contains("max-age=60, public");
        assertThat(reply.headers().firstValue("ETag")).isPresent();
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(visitor.get("/indicators/no-such-thing").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).doesNotContain("public"));
    }

    @Test
    void the_api_describes_itself_with_its_licence_and_its_refusals() {
        String description = body("/api/v1/openapi.json");

        assertThat(description)
                .contains("\"openapi\":\"3.1", "Open Government Licence", "/api/v1/figures/{figure}")
                .contains("application/problem+json", "text/csv");
    }

    @Test
    void the_front_page_finds_organisations_and_indicators() {
        assertThat(body("/?q=Reading+hospital+3")).contains("/organisations/RSD3");
        assertThat(body("/?q=recommend+A%26E")).contains("/indicators/");
        assertThat(body("/?q=zzzzqqqq")).contains("Nothing found for");
    }

    @Test
    void a_quarter_and_a_year_are_sums_that_say_how_much_is_in_them() {
        assertThat(body("/figures/" + INDICATOR + ".RSD1.FY2015-16"))
                .contains("April 2015 to March 2016 (9 of 12 months)")
                .contains("The figures of each month");
    }

    private String body(String path) {
        HttpResponse<String> reply = visitor.get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }
}
