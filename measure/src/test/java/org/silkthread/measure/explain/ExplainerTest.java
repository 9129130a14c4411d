package org.silkthread.measure.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.LibraryName;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.explain.Clause.Verdict;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.plan.PlanBuilder;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Settings;

class ExplainerTest {

    private static final FhirModel MODEL = FhirModel.r4();
    private static final String CQL = """
            library Recall version '1'
            using FHIR version '4.0.1'
            include FHIRHelpers version '4.0.1'
            context Patient
            define "Seen":
              [Encounter] E
                where E.status = 'finished'
            define "Reviewed":
              exists "Seen"
                and not exists ([Condition])
            define "Either":
              exists ([Procedure])
                or exists ([Observation])
            """;

    @TempDir
    private static Path folder;

    private static Inputs inputs;
    private static Explainer explainer;

    @BeforeAll
    static void plan() throws IOException {
        Files.writeString(folder.resolve("Recall.cql"), CQL);
        Content content = Content.read(List.of(folder));
        Plan plan = PlanBuilder.plan(
                MODEL,
                content.closure(new LibraryName("Recall", "1")).stream()
                        .map(library -> library.elm())
                        .toList());
        inputs = new Inputs(
                plan,
                MODEL,
                new ValueSets(content.terminology()),
                new Settings(DateTime.parse("2026-06-30T12:00:00.000Z")),
                Map.of(),
                ErrorMode.RAISE);
        explainer = new Explainer(inputs, Map.of("Recall", CQL));
    }

    @Test
    void given_a_condition_that_fails_when_explained_then_it_says_what_would_have_to_change() {
        Explanation explanation = explain("Reviewed", encounter("planned"), condition());

        assertThat(explanation.clause().verdict()).isEqualTo(Verdict.FALSE);
        assertThat(explanation.missing())
                .extracting(Explanation.Need::condition, Explanation.Need::wanted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("exists \"Seen\"", true),
                        org.assertj.core.groups.Tuple.tuple("exists ([Condition])", false));
        assertThat(explanation.missing()).extracting(Explanation.Need::way).containsOnly(1);
    }

    @Test
    void given_alternatives_when_explained_then_each_is_a_way_of_its_own() {
        Explanation explanation = explain("Either", encounter("finished"));

        assertThat(explanation.missing())
                .extracting(Explanation.Need::way, Explanation.Need::condition)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "exists ([Procedure])"),
                        org.assertj.core.groups.Tuple.tuple(2, "exists ([Observation])"));
    }

    @Test
    void given_a_condition_that_holds_when_explained_then_the_deciding_resources_are_named() {
        Explanation explanation = explain("Reviewed", encounter("finished"));

        assertThat(explanation.missing()).isEmpty();
        assertThat(all(explanation.clause()))
                .anySatisfy(clause -> assertThat(clause.evidence()).containsExactly("Encounter/e"));
    }

    @Test
    void given_patients_when_coverage_is_taken_then_clauses_that_never_held_are_named() {
        Coverage coverage = explainer.coverage(List.of(patient(encounter("planned"))), List.of(definition("Reviewed")));

        assertThat(coverage.neverHeld())
                .extracting(row -> row.position().line())
                .contains(7, 9);
        assertThat(coverage.clauses())
                .anySatisfy(row -> assertThat(List.of(row.position().line(), row.held() > 0))
                        .isEqualTo(List.of(6, true)));
    }

    @Test
    void given_an_explanation_when_drawn_as_a_page_then_the_logic_is_marked_and_safe() {
        Explanation explanation = explain("Reviewed", encounter("planned"));

        String page = new ExplanationPage(Map.of("Recall", CQL)).html("Recall <1>", List.of(explanation));

        assertThat(page)
                .contains("<title>Recall &lt;1&gt;</title>")
                .contains("class=\"false\"")
                .contains("It would be true if:")
                .doesNotContain("Recall <1>");
        assertThat(page.replaceAll("<[^>]*>", "").replace("&quot;", "\"")).contains("where E.status = 'finished'");
    }

    private static List<Clause> all(Clause clause) {
        java.util.ArrayList<Clause> clauses = new java.util.ArrayList<>(List.of(clause));
        clause.parts().forEach(part -> clauses.addAll(all(part)));
        return clauses;
    }

    private static Explanation explain(String name, String... resources) {
        return explainer.explain(patient(resources), definition(name));
    }

    private static int definition(String name) {
        return inputs.plan().definition(new DefinitionName("Recall", "1", name)).orElseThrow();
    }

    private static PatientRecord patient(String... resources) {
        String bundle = """
                {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "id": "p"}}%s]}
                """.formatted(String.join(
                "",
                List.of(resources).stream()
                        .map(resource -> ", {\"resource\": " + resource + "}")
                        .toList()));
        return RecordCollector.of(MODEL, bundle.getBytes(StandardCharsets.UTF_8))
                .records()
                .getFirst();
    }

    private static String encounter(String status) {
        return "{\"resourceType\": \"Encounter\", \"id\": \"e\", \"status\": \"%s\"}".formatted(status);
    }

    private static String condition() {
        return "{\"resourceType\": \"Condition\", \"id\": \"c\"}";
    }
}
