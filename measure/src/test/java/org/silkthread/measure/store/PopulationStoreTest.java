package org.silkthread.measure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.SharedData;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.BundleReader;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PopulationStoreTest {

    private static final FhirModel MODEL = FhirModel.r4();

    @TempDir
    Path folder;

    private Path store() {
        return folder.resolve("store");
    }

    private LoadReport load(Path... sources) {
        return new PopulationLoader(MODEL, store(), 2).load(Arrays.asList(sources), Set.of(), LoadProgress.SILENT);
    }

    private Path ndjson(String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), Arrays.asList(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** All content by patient and type, resources as they stand. */
    private static Map<String, Map<String, List<Structure>>> content(Iterator<PatientRecord> patients) {
        Map<String, Map<String, List<Structure>>> content = new TreeMap<>();
        patients.forEachRemaining(patient -> content.put(patient.id(), content(patient)));
        return content;
    }

    private static Map<String, List<Structure>> content(PatientRecord patient) {
        Map<String, List<Structure>> byType = new TreeMap<>();
        for (StructureType type : MODEL.types()) {
            if (type.resource() && !patient.resources(type).isEmpty()) {
                byType.put(type.name(), patient.resources(type));
            }
        }
        return byType;
    }

    private Map<String, Map<String, List<Structure>>> stored() {
        try (PopulationStore store = PopulationStore.open(store(), MODEL)) {
            return content(store.patients(Projection.everything()));
        }
    }

    private static Map<String, Map<String, List<Structure>>> inMemory(List<String> lines) {
        RecordCollector collector = new RecordCollector(MODEL);
        BundleReader reader = new BundleReader(MODEL);
        for (String line : lines) {
            byte[] json = line.getBytes(StandardCharsets.UTF_8);
            reader.read(json, 0, json.length, 1, collector);
        }
        assertThat(collector.problems()).isEmpty();
        return content(collector.records().iterator());
    }

    @Test
    void random_resources_come_back_as_they_were_read() {
        for (int seed = 0; seed < 20; seed++) {
            List<String> lines = new RandomResources(MODEL, seed).population(30);
            Path target = folder.resolve("store-" + seed);
            new PopulationLoader(MODEL, target, 2)
                    .load(
                            List.of(ndjson("r" + seed + ".ndjson", lines.toArray(String[]::new))),
                            Set.of(),
                            LoadProgress.SILENT);
            try (PopulationStore store = PopulationStore.open(target, MODEL)) {
                assertThat(content(store.patients(Projection.everything()))).isEqualTo(inMemory(lines));
            }
        }
    }

    @Test
    void two_orders_give_the_same_files_byte_for_byte() throws IOException {
        List<String> lines = new RandomResources(MODEL, 4).population(300);
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(1));
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        int half = lines.size() / 2;
        Path all = ndjson("all.ndjson", lines.toArray(String[]::new));
        Path first = ndjson("first.ndjson", shuffled.subList(0, half).toArray(String[]::new));
        Path second =
                ndjson("second.ndjson", shuffled.subList(half, lines.size()).toArray(String[]::new));

        new PopulationLoader(MODEL, one, 1).load(List.of(all), Set.of(), LoadProgress.SILENT);
        new PopulationLoader(MODEL, two, 2).load(List.of(second, first), Set.of(), LoadProgress.SILENT);

        assertThat(segments(one)).isNotEmpty().isEqualTo(segments(two));
    }

    private static Map<String, String> segments(Path store) throws IOException {
        Map<String, String> bytes = new HashMap<>();
        try (Stream<Path> files = Files.list(store)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".seg")).toList()) {
                bytes.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return bytes;
    }

    @Test
    void the_acceptance_cases_come_back_as_they_were_read() throws IOException {
        Path cases = SharedData.require("acceptance/dqm/cases.ndjson.gz");
        Map<String, Map<String, List<Structure>>> expected = new TreeMap<>();
        Path bundles = Files.createDirectories(folder.resolve("bundles"));
        JsonMapper mapper = JsonMapper.builder().build();
        try (Stream<String> lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                        new java.util.zip.GZIPInputStream(Files.newInputStream(cases)), StandardCharsets.UTF_8))
                .lines()) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode node = mapper.readTree(line);
                byte[] bundle = mapper.writeValueAsBytes(node.get("bundle"));
                RecordCollector collector = RecordCollector.of(MODEL, bundle);
                assertThat(collector.problems()).isEmpty();
                for (PatientRecord record : collector.records()) {
                    if (expected.putIfAbsent(record.id(), content(record)) == null) {
                        Files.write(bundles.resolve(record.id() + ".json"), bundle);
                    }
                }
            }
        }

        LoadReport report = load(bundles);

        assertThat(report.rejected()).isZero();
        Map<String, Map<String, List<Structure>>> stored = stored();
        assertThat(stored.keySet()).isEqualTo(expected.keySet());
        List<String> different = expected.keySet().stream()
                .filter(id -> !Objects.equals(expected.get(id), stored.get(id)))
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    void a_projection_gives_only_what_it_names() {
        load(ndjson(
                "a.ndjson",
                json("{'resourceType':'Patient','id':'a','gender':'female','birthDate':'1980-01-01'}"),
                json("{'resourceType':'Observation','id':'o','status':'final','subject':{'reference':'Patient/a'}}")));
        try (PopulationStore store = PopulationStore.open(store(), MODEL)) {
            Projection projection = Projection.of(Map.of("Patient", Set.of("birthDate")));
            PatientRecord patient = store.patients(projection).next();

            Structure resource = patient.resources(MODEL.required("Patient")).getFirst();
            assertThat(resource.get("birthDate")).isNotNull();
            assertThat(resource.get("gender")).isNull();
            assertThat(patient.resources(MODEL.required("Patient")))
                    .isSameAs(patient.resources(MODEL.required("Patient")));
            assertThatThrownBy(() -> patient.resources(MODEL.required("Observation")))
                    .hasMessageContaining("Observation");
        }
    }

    @Test
    void parts_of_the_population_are_disjoint_and_complete() {
        load(ndjson("r.ndjson", new RandomResources(MODEL, 9).population(200).toArray(String[]::new)));
        try (PopulationStore store = PopulationStore.open(store(), MODEL)) {
            List<String> whole = ids(store.patients(Projection.everything()));
            List<String> parts = new ArrayList<>();
            for (int part = 0; part < 7; part++) {
                parts.addAll(ids(store.patients(Projection.everything(), part, 7)));
            }

            assertThat(whole).hasSize(200);
            assertThat(parts).isEqualTo(whole);
            PatientLookup lookup = store.lookup(Projection.everything());
            assertThat(lookup.find("p17")).get().extracting(PatientRecord::id).isEqualTo("p17");
            assertThat(lookup.find("nobody")).isEmpty();
            assertThat(store.summary().patients()).isEqualTo(200);
        }
    }

    /** What patient a has of a type. */
    private static List<Structure> resources(Map<String, Map<String, List<Structure>>> content, String type) {
        return content.getOrDefault("a", Map.of()).getOrDefault(type, List.of());
    }

    private static List<String> ids(Iterator<PatientRecord> patients) {
        List<String> ids = new ArrayList<>();
        patients.forEachRemaining(patient -> ids.add(patient.id()));
        return ids;
    }

    @Test
    void later_loads_replace_and_delete_and_compacting_changes_nothing() {
        load(ndjson(
                "1.ndjson",
                json("{'resourceType':'Patient','id':'a','gender':'female'}"),
                json("{'resourceType':'Patient','id':'b','gender':'male'}"),
                json(
                        "{'resourceType':'Condition','id':'c1','subject':{'reference':'Patient/a'},'code':{'text':'old'}}"),
                json(
                        "{'resourceType':'Condition','id':'c2','subject':{'reference':'Patient/a'},'code':{'text':'kept'}}"),
                json("{'resourceType':'MedicationRequest','id':'r','subject':{'reference':'Patient/a'},"
                        + "'medicationReference':{'reference':'Medication/m'}}"),
                json("{'resourceType':'Medication','id':'m','status':'active'}")));
        load(ndjson(
                "2.ndjson",
                json(
                        "{'resourceType':'Condition','id':'c1','subject':{'reference':'Patient/a'},'code':{'text':'new'}}"),
                json("{'resourceType':'Medication','id':'m','status':'inactive'}"),
                json("{'resourceType':'Patient','id':'c'}")));
        new PopulationLoader(MODEL, store(), 1).load(List.of(), Set.of("b"), LoadProgress.SILENT);

        Map<String, Map<String, List<Structure>>> merged = stored();
        assertThat(merged.keySet()).containsExactly("a", "c");
        assertThat(resources(merged, "Condition").toString())
                .contains("new", "kept")
                .doesNotContain("old");
        assertThat(resources(merged, "Medication").toString()).contains("inactive");
        assertThat(resources(merged, "MedicationRequest").toString()).contains("Medication/m", "Patient/a");
        assertThat(summary().layers()).isEqualTo(2);

        new PopulationLoader(MODEL, store(), 2).compact(LoadProgress.SILENT);

        assertThat(stored()).isEqualTo(merged);
        assertThat(summary().layers()).isEqualTo(1);
        load(ndjson("3.ndjson", json("{'resourceType':'Patient','id':'b','gender':'other'}")));
        assertThat(stored().keySet()).containsExactly("a", "b", "c");
    }

    private StoreSummary summary() {
        try (PopulationStore store = PopulationStore.open(store(), MODEL)) {
            return store.summary();
        }
    }

    @Test
    void of_versions_in_one_load_the_latest_counts() {
        load(
                ndjson(
                        "v.ndjson",
                        json(
                                "{'resourceType':'Patient','id':'a','gender':'female','meta':{'lastUpdated':'2026-02-01T00:00:00Z'}}"),
                        json(
                                "{'resourceType':'Patient','id':'a','gender':'male','meta':{'lastUpdated':'2026-01-01T00:00:00Z'}}")));

        assertThat(resources(stored(), "Patient"))
                .singleElement()
                .satisfies(patient -> assertThat(patient.get("gender")).isEqualTo("female"));
    }

    @Test
    void bad_lines_go_to_the_reject_file_with_their_reason() throws IOException {
        LoadReport report = load(ndjson(
                "bad.ndjson",
                json("{'resourceType':'Patient','id':'a'}"),
                "",
                json("{'resourceType':'Encounter','id':'e','subject':{'reference':'Patient/a'},'status':7}"),
                "not json",
                json("{'resourceType':'Organization','name':'nameless'}"),
                json("{'resourceType':'Encounter','id':'f','subject':{'reference':'Patient/a'}}")));

        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.resources()).isEqualTo(2);
        List<String> rejects = Files.readAllLines(report.rejects().orElseThrow());
        assertThat(rejects)
                .anySatisfy(
                        line -> assertThat(line).contains("\"line\":3", "Encounter/e", "Encounter.status", "a text"))
                .anySatisfy(line -> assertThat(line).contains("\"line\":4", "broken JSON"))
                .anySatisfy(line -> assertThat(line).contains("expected an id"));
    }

    @Test
    void a_load_that_fails_leaves_the_store_as_it_was() throws IOException {
        load(ndjson("1.ndjson", json("{'resourceType':'Patient','id':'a'}")));
        Path truncated = folder.resolve("2.ndjson.gz");
        byte[] whole = gzip(String.join("\n", new RandomResources(MODEL, 2).population(500)));
        Files.write(truncated, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> load(truncated)).hasMessageContaining("2.ndjson.gz");

        assertThat(stored().keySet()).containsExactly("a");
        Files.write(truncated, whole);
        load(truncated);
        assertThat(stored()).hasSize(501);
        try (Stream<Path> files = Files.list(store())) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("work");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void a_load_killed_anywhere_leaves_the_store_as_it_was() {
        load(ndjson("1.ndjson", json("{'resourceType':'Patient','id':'a'}")));
        Path more =
                ndjson("2.ndjson", new RandomResources(MODEL, 3).population(300).toArray(String[]::new));
        for (LoadProgress.Step killedAt : LoadProgress.Step.values()) {
            PopulationLoader loader = new PopulationLoader(MODEL, store(), 2);
            assertThatThrownBy(() -> loader.load(List.of(more), Set.of(), (step, done, of) -> {
                        if (step == killedAt) {
                            throw new IllegalStateException("killed");
                        }
                    }))
                    .hasMessage("killed");
            assertThat(stored().keySet()).containsExactly("a");
        }
        load(more);
        assertThat(stored()).hasSize(301);
    }

    @Test
    void a_damaged_segment_is_noticed_and_named() throws IOException {
        load(ndjson("r.ndjson", new RandomResources(MODEL, 5).population(50).toArray(String[]::new)));
        Path segment = store().resolve("0001-patients-0000.seg");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 4;
        Files.write(segment, bytes);
        try (PopulationStore store = PopulationStore.open(store(), MODEL)) {
            assertThatThrownBy(store::verify)
                    .isInstanceOf(DamagedStoreException.class)
                    .hasMessageContaining("0001-patients-0000.seg");
            assertThatThrownBy(() -> store.patients(Projection.everything())).isInstanceOf(DamagedStoreException.class);
        }
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 7));
        assertThatThrownBy(() -> PopulationStore.open(store(), MODEL))
                .isInstanceOf(DamagedStoreException.class)
                .hasMessageContaining("0001-patients-0000.seg");
    }

    @Test
    void a_patient_may_have_a_hundred_thousand_resources() throws IOException {
        Path file = folder.resolve("large.ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(json("{'resourceType':'Patient','id':'a'}\n"));
            for (int i = 0; i < 100_000; i++) {
                out.write(json("{'resourceType':'Observation','id':'o" + i
                        + "','status':'final','subject':{'reference':'Patient/a'},'valueInteger':" + i + "}\n"));
            }
        }
        load(file);
        try (PopulationStore store = PopulationStore.open(store(), MODEL)) {
            PatientRecord patient = store.patients(Projection.everything()).next();
            List<Structure> observations = patient.resources(MODEL.required("Observation"));
            assertThat(observations).hasSize(100_000);
            assertThat(observations.stream().map(each -> each.get("id")).distinct())
                    .hasSize(100_000);
        }
    }
}
