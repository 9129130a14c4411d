package org.silkthread.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PopulationsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void the_light_population_has_every_case_once_under_an_id_of_its_own() throws IOException {
        new Populations(cases(30)).writeLight(folder);

        List<JsonNode> patients = lines("ndjson/Patient.ndjson");
        assertThat(patients)
                .extracting(p -> p.get("id").asString())
                .doesNotHaveDuplicates()
                .hasSize(30);
        assertThat(lines("cases.ndjson"))
                .extracting(c -> c.get("caseId").asString())
                .doesNotHaveDuplicates()
                .hasSize(30);
    }

    @Test
    void references_follow_the_new_ids_and_every_patient_reference_is_to_the_patient() throws IOException {
        new Populations(cases(1)).writeLight(folder);

        JsonNode encounter = lines("ndjson/Encounter.ndjson").getFirst();
        JsonNode condition = lines("ndjson/Condition.ndjson").getFirst();
        assertThat(condition.at("/encounter/reference").asString())
                .isEqualTo("Encounter/" + encounter.get("id").asString());
        assertThat(condition.at("/subject/reference").asString())
                .as("the case refers to a patient that it does not contain")
                .isEqualTo("Patient/light-00000");
        assertThat(condition.at("/asserter/reference").asString()).isEqualTo("#inside");
    }

    @Test
    void a_heavy_patient_has_the_resources_of_twenty_cases_and_one_patient_resource() throws IOException {
        new Populations(cases(30)).writeHeavy(folder);

        JsonNode first = lines("bundles.ndjson").getFirst();
        List<String> types = first.get("entry")
                .valueStream()
                .map(entry -> entry.at("/resource/resourceType").asString())
                .toList();
        assertThat(types.stream().filter("Patient"::equals)).hasSize(1);
        assertThat(types.stream().filter("Encounter"::equals)).hasSize(20);
        assertThat(first.get("entry")
                        .valueStream()
                        .map(entry -> entry.at("/resource/id").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_first_synthetic_patients_stand_as_bundles_with_the_resources_that_the_files_have() throws IOException {
        new Populations(cases(3)).writeSynthetic(folder, 5, 2);

        List<JsonNode> bundles = lines("bundles.ndjson");
        assertThat(bundles).hasSize(2);
        for (JsonNode bundle : bundles) {
            String patient = "Patient/" + bundle.get("id").asString();
            long encounters = 0;
            try (Stream<String> all = compressed("ndjson/Encounter.ndjson.gz")) {
                encounters =
                        all.filter(line -> line.contains('"' + patient + '"')).count();
            }
            assertThat(bundle.get("entry")
                            .valueStream()
                            .filter(entry -> entry.at("/resource/resourceType")
                                    .asString()
                                    .equals("Encounter")))
                    .hasSize((int) encounters);
        }
    }

    private Stream<String> compressed(String file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))
                .lines();
    }

    @Test
    void the_same_cases_give_the_same_population() throws IOException {
        new Populations(cases(25)).writeHeavy(folder.resolve("once"));
        new Populations(cases(25)).writeHeavy(folder.resolve("again"));

        assertThat(folder.resolve("again/bundles.ndjson"))
                .hasSameBinaryContentAs(folder.resolve("once/bundles.ndjson"));
    }

    @Test
    void a_measure_is_evaluated_over_the_period_that_most_of_its_cases_have() throws IOException {
        List<AcceptanceCase> cases =
                List.of(withPeriod("a", "2026-01-01"), withPeriod("b", "2027-01-01"), withPeriod("c", "2027-01-01"));

        new Populations(cases).writeLight(folder);

        JsonNode periods = JSON.readTree(Files.readString(folder.resolve("periods.json")));
        assertThat(periods.at("/M/start").asString()).isEqualTo("2027-01-01");
    }

    private List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static List<AcceptanceCase> cases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> withPeriod("case-" + i, "2026-01-01"))
                .toList();
    }

    private static AcceptanceCase withPeriod(String id, String start) {
        List<JsonNode> resources = List.of(
                JSON.readTree("{\"resourceType\":\"Patient\",\"id\":\"p\"}"),
                JSON.readTree(
                        "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"subject\":{\"reference\":\"Patient/p\"}}"),
                JSON.readTree("""
                        {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/nobody"},
                         "encounter":{"reference":"Encounter/e"},"asserter":{"reference":"#inside"}}"""));
        return new AcceptanceCase("M", id, start, start.replace("01-01", "12-31"), resources, JSON.createArrayNode());
    }
}
