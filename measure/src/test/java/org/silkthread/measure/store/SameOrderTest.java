package org.silkthread.measure.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.record.BundleReader;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.RecordCollector;

/** A patient has the same resources in the same order in memory and in a store, whatever the order of the lines. */
class SameOrderTest {

    private static final FhirModel MODEL = FhirModel.r4();

    @TempDir
    Path folder;

    private int stores;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void aPatient() {
        add("{'resourceType':'Patient','id':'a'}");
    }

    private void add(String json) {
        lines.add(json.replace('\'', '"'));
    }

    private void condition(String id, String text, String lastUpdated) {
        String named = id.isEmpty() ? "" : "'id':'" + id + "',";
        String dated = lastUpdated.isEmpty() ? "" : "'meta':{'lastUpdated':'" + lastUpdated + "'},";
        add("{'resourceType':'Condition'," + named + dated + "'subject':{'reference':'Patient/a'},'code':{'text':'"
                + text + "'}}");
    }

    private static List<String> texts(PatientRecord patient, String type) {
        return patient.resources(MODEL.required(type)).stream()
                .map(resource -> resource.get("code") instanceof Structure code ? String.valueOf(code.get("text")) : "")
                .toList();
    }

    private List<String> inMemory(List<String> given, String type) {
        RecordCollector collector = new RecordCollector(MODEL);
        BundleReader reader = new BundleReader(MODEL);
        for (String line : given) {
            byte[] json = line.getBytes(StandardCharsets.UTF_8);
            reader.read(json, 0, json.length, 1, collector);
        }
        return texts(collector.records().getFirst(), type);
    }

    private List<String> stored(List<String> given, String type) throws IOException {
        Path file = Files.write(folder.resolve("lines.ndjson"), given);
        Path target = folder.resolve("store" + stores++);
        new PopulationLoader(MODEL, target, 1).load(List.of(file), Set.of(), LoadProgress.SILENT);
        try (PopulationStore store = PopulationStore.open(target, MODEL)) {
            return texts(store.patients(Projection.everything()).next(), type);
        }
    }

    private void expect(String type, String... texts) throws IOException {
        List<String> mixed = new ArrayList<>(lines);
        for (int seed = 0; seed < 6; seed++) {
            assertThat(inMemory(mixed, type)).isEqualTo(Arrays.asList(texts));
            assertThat(stored(mixed, type)).isEqualTo(Arrays.asList(texts));
            Collections.shuffle(mixed, new Random(seed));
        }
    }

    @Test
    void resources_stand_in_order_of_their_ids() throws IOException {
        condition("c", "third", "");
        condition("B", "first", "");
        condition("b", "second", "");
        condition("\uD83D\uDE00", "last", "");
        condition("\uFFFD", "before the last", "");

        expect("Condition", "first", "second", "third", "before the last", "last");
    }

    @Test
    void the_version_changed_last_counts() throws IOException {
        condition("c", "old", "2026-01-01T00:00:00Z");
        condition("c", "undated", "");
        condition("c", "new", "2026-01-01T00:30:00-01:00");

        expect("Condition", "new");
    }

    @Test
    void of_versions_of_the_same_time_one_is_chosen_by_its_content() throws IOException {
        condition("c", "x", "2026-01-01T00:00:00Z");
        condition("c", "z", "2026-01-01T00:00:00Z");
        condition("c", "y", "2026-01-01T00:00:00Z");

        expect("Condition", "z");
    }

    @Test
    void resources_without_an_id_are_all_kept_before_the_others() throws IOException {
        condition("", "n", "");
        condition("", "m", "2026-01-01T00:00:00Z");
        condition("", "n", "");
        condition("a", "named", "");

        assertThat(inMemory(lines, "Condition")).hasSize(4).last().isEqualTo("named");
        expect("Condition", inMemory(lines, "Condition").toArray(String[]::new));
    }

    @Test
    void shared_resources_stand_among_the_patients_own_and_give_way_to_those_of_the_same_name() throws IOException {
        add("{'resourceType':'MedicationRequest','id':'r','subject':{'reference':'Patient/a'},"
                + "'medicationReference':{'reference':'Medication/m2'}}");
        add("{'resourceType':'MedicationRequest','id':'q','subject':{'reference':'Patient/a'},"
                + "'medicationReference':{'reference':'Medication/m1'}}");
        add("{'resourceType':'Medication','id':'m1','code':{'text':'one'},'meta':{'lastUpdated':'2026-01-01'}}");
        add("{'resourceType':'Medication','id':'m1','code':{'text':'older'},'meta':{'lastUpdated':'2025-01-01'}}");
        add("{'resourceType':'Medication','id':'m2','code':{'text':'two'}}");
        add("{'resourceType':'Medication','id':'m3','code':{'text':'nobody refers to it'}}");

        expect("Medication", "one", "two");
    }
}
