package org.silkthread.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.cli.SilkRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureCommandTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void content() throws IOException {
        write("content/seen.cql", """
                library Seen version '1.0.0'
                using FHIR version '4.0.1'
                include FHIRHelpers version '4.0.1'
                parameter "Measurement Period" Interval<DateTime>
                context Patient
                define "Adult": AgeInYearsAt(start of "Measurement Period") >= 18
                define "Seen": exists ([Encounter] E where E.status = 'finished' and E.period during "Measurement Period")
                """);
        write("content/measure.json", """
                {"resourceType":"Measure","id":"seen","url":"http://example.org/Measure/Seen","version":"1.0.0","name":"Seen",
                 "library":["http://example.org/Library/Seen"],"scoring":{"coding":[{"code":"proportion"}]},
                 "group":[{"id":"g","population":[%s,%s,%s]}]}
                """.formatted(
                        population("initial-population", "Adult"),
                        population("denominator", "Adult"),
                        population("numerator", "Seen")));
        write("data/Patient.ndjson", """
                {"resourceType":"Patient","id":"adult","birthDate":"1980-01-01"}
                {"resourceType":"Patient","id":"child","birthDate":"2020-01-01"}
                {"resourceType":"Patient","id":"unseen","birthDate":"1980-01-01"}
                """);
        write("data/Encounter.ndjson", """
                {"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/adult"},"period":{"start":"2026-12-31T23:00:00Z","end":"2026-12-31T23:59:59.999Z"}}
                """);
    }

    @Test
    void a_summary_is_written_for_each_measure_and_a_report_for_each_patient() throws IOException {
        assertThat(measure("--subjects")).as(err.toString()).isZero();

        List<JsonNode> reports = reports();
        assertThat(reports).hasSize(4);
        assertThat(reports.getFirst().path("type").asString()).isEqualTo("summary");
        assertThat(counts(reports.getFirst())).containsExactly(2, 2, 1);
        assertThat(reports.subList(1, 4))
                .extracting(report -> report.path("type").asString())
                .containsOnly("individual");
        assertThat(reports.subList(1, 4))
                .extracting(report -> report.path("subject").path("reference").asString() + counts(report))
                .containsExactlyInAnyOrder(
                        "Patient/adult[1, 1, 1]", "Patient/child[0, 0, 0]", "Patient/unseen[1, 1, 0]");
    }

    @Test
    void reports_are_the_same_with_one_thread_and_with_several() throws IOException {
        assertThat(measure("--subjects", "--threads", "1")).isZero();
        List<JsonNode> one = reports();
        assertThat(measure("--subjects", "--threads", "4")).isZero();

        assertThat(reports())
                .usingElementComparator((a, b) -> undated(a).compareTo(undated(b)))
                .isEqualTo(one);
    }

    @Test
    void an_explanation_says_what_would_put_a_patient_into_the_numerator() throws IOException {
        assertThat(measure("--explain")).isZero();

        Path explained = folder.resolve("out.ndjson-explained").resolve("Seen");
        JsonNode unseen = JSON.readTree(explained.resolve("unseen.json").toFile());
        assertThat(unseen.path("definitions").path(1).path("definition").asString())
                .isEqualTo("Seen");
        assertThat(unseen.path("definitions").path(1).path("missing").isEmpty()).isFalse();
        assertThat(explained.resolve("unseen.html")).content().contains("Seen");
        JsonNode coverage =
                JSON.readTree(explained.resolveSibling("Seen-coverage.json").toFile());
        assertThat(coverage.path("clauses").path(0).path("evaluated").asLong()).isPositive();
    }

    @Test
    void an_error_in_the_content_names_library_line_and_column_and_the_command_fails() throws IOException {
        write("content/seen.cql", "library Seen version '1.0.0'\ndefine \"Adult\":\n  Nonsense");

        assertThat(measure()).isEqualTo(1);

        assertThat(err.toString()).contains("Seen:3:3: error: ", "Nonsense");
        assertThat(folder.resolve("out.ndjson")).doesNotExist();
    }

    @Test
    void a_measure_that_is_not_in_the_content_is_an_error() {
        assertThat(measure("--measure", "Other")).isEqualTo(1);

        assertThat(err.toString()).contains("Other", "no measure");
    }

    @Test
    void a_period_that_is_none_is_wrong_usage() {
        assertThat(silk("measure", "--content", "x", "--data", "x", "--period", "2026", "--out", "x"))
                .isEqualTo(1);
        assertThat(silk("measure", "--content", folder + "/content", "--data", "x", "--period", "2026", "--out", "x"))
                .isEqualTo(2);
        assertThat(silk("measure")).isEqualTo(2);
    }

    @Test
    void an_expression_is_evaluated_for_a_patient() {
        String[] patient = {"--data", folder + "/data", "--patient", "adult"};

        assertThat(silk("cql", "1 + 1")).isZero();
        assertThat(silk(
                        "cql",
                        "First([Encounter] E return E.status.value)",
                        patient[0],
                        patient[1],
                        patient[2],
                        patient[3]))
                .isZero();
        assertThat(silk(
                        "cql",
                        "Seen.\"Adult\"",
                        "--library",
                        folder + "/content",
                        "--period",
                        "2026-01-01/2026-12-31",
                        patient[0],
                        patient[1],
                        patient[2],
                        patient[3]))
                .as(err.toString())
                .isZero();

        assertThat(out.toString().lines()).containsExactly("2", "'finished'", "true");
    }

    @Test
    void an_expression_with_an_error_fails_with_its_place() {
        assertThat(silk("cql", "1 + Nonsense")).isEqualTo(1);
        assertThat(err.toString()).contains("expression:1:5: error: ");
    }

    @Test
    void values_can_be_had_as_fhir_parameters() {
        assertThat(silk("cql", "{1, 2}", "--json")).isZero();
        assertThat(JSON.readTree(out.toString()).at("/parameter/1/valueInteger").asInt())
                .isEqualTo(2);
    }

    private int measure(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "measure",
                "--content",
                folder.resolve("content").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--period",
                "2026-01-01/2026-12-31",
                "--out",
                folder.resolve("out.ndjson").toString()));
        arguments.addAll(Arrays.asList(more));
        return silk(arguments.toArray(String[]::new));
    }

    private int silk(String... arguments) {
        return SilkRun.execute(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private List<JsonNode> reports() throws IOException {
        return Files.readAllLines(folder.resolve("out.ndjson")).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static List<Integer> counts(JsonNode report) {
        return report.at("/group/0/population").values().stream()
                .map(population -> population.path("count").asInt())
                .toList();
    }

    private static String undated(JsonNode report) {
        return report.toString().replaceAll("\"date\":\"[^\"]*\"", "");
    }

    private static String population(String code, String expression) {
        return "{\"code\":{\"coding\":[{\"code\":\"" + code + "\"}]},\"criteria\":{\"expression\":\"" + expression
                + "\"}}";
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
