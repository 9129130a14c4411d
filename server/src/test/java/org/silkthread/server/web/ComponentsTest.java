package org.silkthread.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Pages;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.silkthread.server.web.component.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our components give the HTML that the NHS design system's own examples expect. */
class ComponentsTest {

    private static JsonNode fixtures = JsonMapper.shared().createObjectNode();

    @BeforeAll
    static void readTheExamples() throws IOException {
        try (InputStream in = ComponentsTest.class.getResourceAsStream("/nhsuk/fixtures.json")) {
            fixtures = JsonMapper.shared().readTree(in).get("fixtures");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void a_component_gives_the_html_of_the_design_system(
            String example, String template, Map<String, Object> parameters) {
        assertThat(normal(Templates.draw("components/" + template, parameters)))
                .isEqualTo(normal(fixtures.get(example).asString()));
    }

    static Stream<Arguments> examples() {
        return Stream.of(links(), words(), lists(), fields(), choices(), tables())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> links() {
        Map<String, Object> twoPages = Map.of(
                "previous", PageLink.to("Treatments", "#/section/treatments"),
                "next", PageLink.to("Symptoms", "#/section/symptoms"));
        return Stream.of(
                arguments(
                        "action-link: default",
                        "actionLink",
                        Map.of("text", "Find your nearest A&E", "href", "#/find")),
                arguments("back-link: default", "backLink", Map.of("href", "#")),
                arguments(
                        "breadcrumb: default",
                        "breadcrumb",
                        Map.of("items", List.of(link("Home"), link("NHS services"), link("Hospitals")))),
                arguments("skip-link: default", "skipLink", Map.of()),
                arguments(
                        "contents-list: default",
                        "contentsList",
                        Map.of(
                                "items",
                                List.of(
                                        PageLink.current("What is AMD?", "#"),
                                        link("Symptoms"),
                                        link("Getting diagnosed"),
                                        link("Treatments"),
                                        link("Living with AMD")))),
                arguments("pagination: default", "pageLinks", twoPages),
                arguments("pagination: with only next", "pageLinks", Map.of("next", twoPages.get("next"))),
                arguments(
                        "pagination: numbered",
                        "pagination",
                        Map.of("pages", new Pages(2, 3, number -> "#/section/" + number))));
    }

    private static Stream<Arguments> words() {
        String warning = "For safety, tell your doctor or pharmacist if you're taking any other medicines, including"
                + " herbal medicines, vitamins or supplements.";
        String stayAway = "Stay away from school, nursery or work until all the spots have crusted over. This is"
                + " usually 5 days after the spots first appeared.";
        String findNumber = "You can find your NHS number by logging in to the NHS App or on any document the NHS has"
                + " sent you.";
        return Stream.of(
                arguments("tag: default", "tag", Map.of("text", "Active")),
                arguments("tag: colour class", "tag", Map.of("text", "Green", "colour", "green")),
                arguments(
                        "inset-text: with HTML",
                        "insetText",
                        content("<p>You can report any suspected side effect using the <a href=\"#\">Yellow Card safety"
                                + " scheme</a>.</p>")),
                arguments(
                        "warning-callout: default",
                        "warningCallout",
                        content("<p class=\"nhsuk-card__description\">" + warning + "</p>")),
                arguments(
                        "warning-callout: with custom heading",
                        "warningCallout",
                        Map.of(
                                "heading",
                                "School, nursery or work",
                                "content",
                                html("<p class=\"nhsuk-card__description\">" + stayAway + "</p>"))),
                arguments(
                        "details: default",
                        "details",
                        Map.of("summary", "How to find your NHS number", "content", html(findNumber))),
                arguments(
                        "details: open",
                        "details",
                        Map.of("summary", "How to find your NHS number", "content", html(findNumber), "open", true)),
                arguments(
                        "panel: default",
                        "panel",
                        Map.of(
                                "heading",
                                "Booking complete",
                                "content",
                                html("We have sent you a confirmation email"))),
                arguments(
                        "notification-banner: default",
                        "notificationBanner",
                        content("<p class=\"nhsuk-notification-banner__heading\">The patient record was updated.</p>")),
                arguments(
                        "notification-banner: with success variant",
                        "notificationBanner",
                        Map.of(
                                "success",
                                true,
                                "content",
                                html("<p class=\"nhsuk-notification-banner__heading\">Email sent to"
                                        + " example@email.com</p>"))),
                arguments(
                        "card: clickable",
                        "card",
                        Map.of(
                                "heading",
                                "Introduction to care and support",
                                "href",
                                "#",
                                "description",
                                "A quick guide for people who have care and support needs and their carers")),
                arguments(
                        "card: feature",
                        "card",
                        Map.of(
                                "heading",
                                "Feature card heading",
                                "variant",
                                "feature",
                                "description",
                                "Feature card description.")),
                arguments(
                        "card: primary (with chevron)",
                        "card",
                        Map.of("heading", "Breast screening", "href", "#", "variant", "primary")));
    }

    private static Stream<Arguments> lists() {
        SummaryRow.Action change = new SummaryRow.Action("Change", "name", "#/change");
        return Stream.of(
                arguments(
                        "summary-list: example person: Karen Francis",
                        "summaryList",
                        Map.of(
                                "rows",
                                List.of(
                                        SummaryRow.of("Name", "Karen Francis"),
                                        SummaryRow.of("Date of birth", "15 March 1984")))),
                arguments(
                        "summary-list: with actions",
                        "summaryList",
                        Map.of(
                                "rows",
                                List.of(
                                        SummaryRow.of("Name", "Karen Francis").with(change),
                                        SummaryRow.of("Date of birth", "15 March 1984")
                                                .with(about("date of birth")),
                                        SummaryRow.of("Contact information", html("73 Roman Rd<br> Leeds<br> LS2 5ZN"))
                                                .with(about("contact information")),
                                        SummaryRow.of(
                                                        "Contact details",
                                                        html("<p>07700 900362</p><p>karen.francis@example.com</p>"))
                                                .with(about("contact details"))))),
                arguments(
                        "task-list: with headings and hints as strings",
                        "taskList",
                        Map.of(
                                "id",
                                "your-health",
                                "tasks",
                                List.of(
                                        new Task("Exercise", "", "#/task/exercise", Task.Status.COMPLETED),
                                        new Task(
                                                "Personal health", "", "#/task/personal-health", Task.Status.COMPLETED),
                                        new Task(
                                                "Family health history",
                                                "Details of your parents, brothers and sisters",
                                                "#/task/family-health-history",
                                                Task.Status.INCOMPLETE),
                                        new Task(
                                                "Smoking history",
                                                "",
                                                "#/task/smoking-history",
                                                Task.Status.INCOMPLETE),
                                        new Task("Blood test", "", "", Task.Status.CANNOT_START_YET)))),
                arguments(
                        "error-summary: default",
                        "errorSummary",
                        Map.of(
                                "problems",
                                List.of(new FormProblem("example-day", "Date of birth must be in the past")))),
                arguments(
                        "error-summary: with multiple errors",
                        "errorSummary",
                        Map.of(
                                "problems",
                                List.of(
                                        new FormProblem("example-first-name", "Enter your first name"),
                                        new FormProblem("example-last-name", "Enter your last name")))));
    }

    private static Stream<Arguments> fields() {
        return Stream.of(
                arguments("button: default", "button", Map.of("text", "Save and continue")),
                arguments("button: secondary", "button", Map.of("text", "Find my location", "variant", "secondary")),
                arguments(
                        "button: warning", "button", Map.of("text", "Yes, delete this vaccine", "variant", "warning")),
                arguments(
                        "button: with double click prevented",
                        "button",
                        Map.of("text", "Save and continue", "once", true)),
                arguments("button: as a link", "button", Map.of("text", "Link button", "href", "#")),
                arguments(
                        "input: without heading",
                        "input",
                        Map.of(
                                "label",
                                "What is your NHS number?",
                                "id",
                                "without-heading",
                                "name",
                                "example",
                                "inputmode",
                                "numeric",
                                "spellcheck",
                                false,
                                "code",
                                true,
                                "width",
                                10)),
                arguments(
                        "input: with prefix",
                        "input",
                        Map.of(
                                "label",
                                "Cost in pounds",
                                "pageHeading",
                                true,
                                "id",
                                "with-prefix",
                                "name",
                                "example",
                                "prefix",
                                "£",
                                "width",
                                5)),
                arguments(
                        "textarea: with error message and hint, without heading",
                        "textarea",
                        Map.of(
                                "label",
                                "Can you provide more detail?",
                                "hint",
                                "Do not include personal information like your name, date of birth or NHS number",
                                "error",
                                "You must provide an explanation",
                                "id",
                                "with-hint-error",
                                "name",
                                "example")),
                arguments(
                        "file-upload: without heading",
                        "fileUpload",
                        Map.of("label", "Upload a file", "name", "file-upload")),
                arguments(
                        "file-upload: with error message and hint, without heading",
                        "fileUpload",
                        Map.of(
                                "label",
                                "Upload a file",
                                "name",
                                "file-upload",
                                "hint",
                                "Your photo may be in your Pictures, Photos, Downloads or Desktop folder",
                                "error",
                                "The selected file must be a JPG, BMP or TIF")),
                arguments(
                        "search-input: without heading",
                        "searchInput",
                        Map.of("label", "Search by NHS number", "name", "example", "width", 20)));
    }

    private static Stream<Arguments> choices() {
        return Stream.of(
                arguments(
                        "select: with selected value",
                        "select",
                        Map.of(
                                "label",
                                "Sort by",
                                "labelSize",
                                "l",
                                "pageHeading",
                                true,
                                "id",
                                "with-value",
                                "name",
                                "example",
                                "choices",
                                List.of(
                                        Choice.of("published", "Recently published"),
                                        Choice.of("updated", "Recently updated").chosenIf(true),
                                        Choice.of("views", "Most views"),
                                        Choice.of("comments", "Most comments")))),
                arguments(
                        "radios: with hints on items",
                        "radios",
                        Map.of(
                                "legend",
                                "Do you have a mobile phone with signal?",
                                "legendSize",
                                "l",
                                "pageHeading",
                                true,
                                "id",
                                "with-hint-item",
                                "name",
                                "example",
                                "choices",
                                List.of(
                                        Choice.of("mobile", "Yes, I have a mobile phone with signal")
                                                .withHint("We will text you a 6 digit security code"),
                                        Choice.of("landline", "No, I want to use my landline")
                                                .withHint("We will call you to give you a 6 digit security code")))),
                arguments(
                        "radios: with error message and hint, without heading",
                        "radios",
                        Map.of(
                                "legend",
                                "How do you want to be contacted about this?",
                                "hint",
                                "Select 1 option",
                                "error",
                                "Select how you want to be contacted",
                                "id",
                                "with-hint-error",
                                "name",
                                "example",
                                "choices",
                                List.of(
                                        Choice.of("email", "Email"),
                                        Choice.of("phone", "Phone"),
                                        Choice.of("text", "Text message")))),
                arguments(
                        "checkboxes: with hints on items",
                        "checkboxes",
                        Map.of(
                                "legend",
                                "What medical conditions do you have?",
                                "legendSize",
                                "l",
                                "pageHeading",
                                true,
                                "hint",
                                "Select 1 or more",
                                "id",
                                "with-hint-item",
                                "name",
                                "example",
                                "choices",
                                List.of(
                                        Choice.of("alzheimers", "Alzheimer's disease or dementia"),
                                        Choice.of("asthma", "Asthma"),
                                        Choice.of("cancer", "Cancer"),
                                        Choice.of("diabetes", "Diabetes")
                                                .withHint("including type 1, type 2, and gestational diabetes")))));
    }

    private static Stream<Arguments> tables() {
        Table impetigo = new Table(
                "Impetigo can look similar to other skin conditions",
                List.of(Column.words("Skin symptoms"), Column.words("Possible cause")),
                List.of(
                        words("Blisters on lips or around the mouth", "Cold sores"),
                        words("Itchy, dry, cracked, sore", "Eczema"),
                        words("Itchy blisters", "Shingles, chickenpox")));
        Table vaccinations = new Table(
                "Vaccinations given",
                List.of(Column.words("Date"), Column.words("Vaccine"), Column.words("Product")),
                List.of(
                        Table.row(Cell.words("10 July 2024"), Cell.words("RSV"), Cell.words("Abrysvo")),
                        Table.row(Cell.words("6 September 2023"), Cell.words("Flu"), Cell.absent("No data"))));
        return Stream.of(
                arguments("tables: default", "table", Map.of("table", impetigo)),
                arguments("tables: with missing data", "table", Map.of("table", vaccinations)));
    }

    private static List<Cell> words(String first, String second) {
        return Table.row(Cell.words(first), Cell.words(second));
    }

    private static PageLink link(String text) {
        return PageLink.to(text, "#");
    }

    private static SummaryRow.Action about(String what) {
        return new SummaryRow.Action("Change", what, "#/change");
    }

    private static Map<String, Object> content(String html) {
        return Map.of("content", html(html));
    }

    private static Content html(String html) {
        return output -> output.writeContent(html);
    }

    /** White space between words and tags carries no meaning; quotation marks in text may be escaped or not. */
    private static String normal(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replaceAll("\\s+", " ")
                .replaceAll("\\s*(</?(?!a |span|strong|/a|/span)[^>]*>)\\s*", "$1")
                .replaceAll("> ", ">")
                .replaceAll(" <", "<")
                .strip();
    }
}
