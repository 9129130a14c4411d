package org.silkthread.measure.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.PatientRecord;

/** Resources whose Patient is missing, has come before, or comes later. */
class WaitingResourcesTest {

    private static final FhirModel MODEL = FhirModel.r4();

    @TempDir
    Path folder;

    private LoadReport load(Set<String> deletions, String... lines) throws IOException {
        Path file = folder.resolve("export.ndjson");
        Files.write(
                file, Arrays.stream(lines).map(line -> line.replace('\'', '"')).toList());
        return new PopulationLoader(MODEL, folder.resolve("store"), 2)
                .load(List.of(file), deletions, LoadProgress.SILENT);
    }

    private static String patient(String id) {
        return "{'resourceType':'Patient','id':'" + id + "'}";
    }

    private static String encounter(String id, String patient) {
        return "{'resourceType':'Encounter','id':'" + id + "','subject':{'reference':'Patient/" + patient + "'}}";
    }

    private long encounters(String patient) {
        try (PopulationStore store = PopulationStore.open(folder.resolve("store"), MODEL)) {
            PatientRecord record = store.lookup(Projection.everything())
                    .find(patient)
                    .orElseThrow(() -> new AssertionError("no patient " + patient));
            return record.resources(MODEL.required("Encounter")).size();
        }
    }

    private StoreSummary summary() {
        try (PopulationStore store = PopulationStore.open(folder.resolve("store"), MODEL)) {
            return store.summary();
        }
    }

    @Test
    void resources_without_their_patient_are_told_and_kept() throws IOException {
        LoadReport report = load(
                Set.of(),
                patient("a"),
                encounter("1", "a"),
                encounter("2", "b"),
                encounter("3", "b"),
                encounter("4", "c"));

        assertThat(report.waiting().patients()).isEqualTo(2);
        assertThat(report.waiting().resources()).isEqualTo(3);
        assertThat(Files.readAllLines(report.waiting().list().orElseThrow()))
                .containsExactlyInAnyOrder(
                        "{\"patient\":\"b\",\"resources\":2}", "{\"patient\":\"c\",\"resources\":1}");
        assertThat(summary().patients()).isEqualTo(1);
        assertThat(summary().waitingPatients()).isEqualTo(2);
        assertThat(summary().waiting()).isEqualTo(3);
        assertThat(summary().resources()).containsEntry("Encounter", 1L);
    }

    @Test
    void they_join_the_patient_that_a_later_load_brings() throws IOException {
        load(Set.of(), encounter("1", "a"), encounter("2", "a"));

        LoadReport report = load(Set.of(), patient("a"), encounter("3", "a"));

        assertThat(report.waiting()).isEqualTo(WaitingResources.NONE);
        assertThat(encounters("a")).isEqualTo(3);
        assertThat(summary().waiting()).isZero();
    }

    @Test
    void resources_of_a_patient_who_came_earlier_do_not_wait() throws IOException {
        load(Set.of(), patient("a"), patient("b"));

        LoadReport report = load(Set.of(), encounter("1", "a"), encounter("2", "new"));

        assertThat(report.waiting().patients()).isEqualTo(1);
        assertThat(encounters("a")).isEqualTo(1);
    }

    @Test
    void resources_of_a_patient_who_is_deleted_in_the_same_load_wait_again() throws IOException {
        load(Set.of(), patient("a"), encounter("1", "a"));

        LoadReport report = load(Set.of("a"), encounter("2", "a"));

        assertThat(report.waiting().patients()).isEqualTo(1);
        assertThat(summary().patients()).isZero();
    }

    @Test
    void they_wait_on_through_compaction() throws IOException {
        load(Set.of(), patient("a"), encounter("1", "b"));

        LoadReport report = new PopulationLoader(MODEL, folder.resolve("store"), 1).compact(LoadProgress.SILENT);

        assertThat(report.waiting().resources()).isEqualTo(1);
        load(Set.of(), patient("b"));
        assertThat(encounters("b")).isEqualTo(1);
    }
}
