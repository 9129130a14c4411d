package org.silkthread.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.chart.SampleCharts;
import org.silkthread.server.web.chart.Variation;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Pages;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.silkthread.server.web.component.Task;

/** Draws every chart and most components on pages to look at, in target/gallery. */
class GalleryTest {

    private static final PageFrame FRAME = PageFrame.forVisitor(
                    Optional.empty(), Optional.empty(), Assets.onClassPath())
            .in(Section.INDICATORS)
            .under(PageLink.to("Indicators", "/indicators"));

    @Test
    void charts_are_drawn_with_titles_words_and_figures() throws IOException {
        StringBuilder page = new StringBuilder("<h1>Charts</h1>");
        for (Chart chart : SampleCharts.all()) {
            page.append(Templates.draw("components/chart", Map.of("chart", chart, "csvHref", "/figures.csv")));
        }
        String html = write("charts", page.toString());
        assertThat(html).contains("Fewer patients are seen within 4 hours", "Show the figures", "/figures.csv");
    }

    @Test
    void components_stand_together_on_a_page() throws IOException {
        String html = write("components", String.join("\n", words(), lists(), forms()));
        assertThat(html).contains("There is a problem", "Not validated");
    }

    @Test
    void own_pages_are_drawn() throws IOException {
        save("about", Templates.draw("web/about", Map.of("frame", FRAME.under())));
        assertThat(Path.of("target/gallery/about.html")).exists();
    }

    private static String words() {
        return "<h1>Components</h1>"
                + Templates.draw("components/tag", Map.of("text", "Not validated", "colour", "orange"))
                + Templates.draw("components/insetText", Map.of("content", html("<p>Figures may change.</p>")))
                + Templates.draw(
                        "components/warningCallout",
                        Map.of("content", html("<p>These figures have not been validated by the regulator.</p>")))
                + Templates.draw(
                        "components/notificationBanner",
                        Map.of("success", true, "content", html("<p>The draft is saved.</p>")))
                + Templates.draw("components/actionLink", Map.of("text", "Compare hospitals", "href", "/compare"))
                + Templates.draw("components/sign", Map.of("sign", Variation.USUAL.sign()));
    }

    private static String lists() {
        Table table = new Table(
                "Patients seen within 4 hours",
                List.of(
                        Column.words("Organisation"),
                        Column.numbers("Numerator"),
                        Column.numbers("Denominator"),
                        Column.numbers("Figure", "%"),
                        Column.words("Compared with England")),
                List.of(
                        Table.row(
                                Cell.link("Norwood Hospitals", "/organisations/RXX"),
                                Cell.figure("1,204", "1204"),
                                Cell.figure("1,536", "1536"),
                                Cell.figure("78.4%", "78.4"),
                                Cell.words("As expected")),
                        Table.row(
                                Cell.link("Little Marsh Clinic", "/organisations/RXY"),
                                Cell.absent("Number too small to show"),
                                Cell.absent("Number too small to show"),
                                Cell.absent("Number too small to show"),
                                Cell.absent("Not compared"))));
        return Templates.draw("components/table", Map.of("table", table))
                + Templates.draw("components/pagination", Map.of("pages", new Pages(5, 12, n -> "?page=" + n)))
                + Templates.draw(
                        "components/summaryList",
                        Map.of(
                                "rows",
                                List.of(
                                        SummaryRow.of("Owner", "NHS England"),
                                        SummaryRow.of("Source", "Monthly A&E returns")
                                                .with(new SummaryRow.Action("See", "source", "/source")))))
                + Templates.draw(
                        "components/taskList",
                        Map.of(
                                "tasks",
                                List.of(
                                        new Task("Safety", "3 of 3 figures", "/safety", Task.Status.COMPLETED),
                                        new Task("Experience", "", "/experience", Task.Status.INCOMPLETE),
                                        new Task("Sign-off", "", "", Task.Status.CANNOT_START_YET))));
    }

    private static String forms() {
        List<FormProblem> problems = List.of(new FormProblem("year", "Enter a year between 2009 and 2030"));
        return Templates.draw("components/errorSummary", Map.of("problems", problems))
                + Templates.draw(
                        "components/input",
                        Map.of(
                                "name",
                                "year",
                                "label",
                                "Year",
                                "width",
                                4,
                                "error",
                                FormProblem.at("year", problems),
                                "value",
                                "1999"))
                + Templates.draw(
                        "components/radios",
                        Map.of(
                                "name",
                                "mark",
                                "legend",
                                "Is this figure valid?",
                                "legendSize",
                                "m",
                                "choices",
                                List.of(
                                        Choice.of("yes", "Yes"),
                                        Choice.of("no", "No").withHint("Say why below"))))
                + Templates.draw("components/textarea", Map.of("name", "reason", "label", "Why"))
                + Templates.draw("components/fileUpload", Map.of("name", "file", "label", "CSV file"))
                + Templates.draw("components/button", Map.of("text", "Continue"));
    }

    private static Content html(String html) {
        return output -> output.writeContent(html);
    }

    private static String write(String name, String content) throws IOException {
        return save(name, Templates.draw("layout/page", Map.of("frame", FRAME.titled(name), "content", html(content))));
    }

    /** Written with addresses that a browser can follow from the file itself. */
    private static String save(String name, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/gallery"));
        Files.writeString(
                folder.resolve(name + ".html"), page.replaceAll("/assets/[0-9a-f]{12}/", "../classes/static/assets/"));
        return page;
    }
}
