package org.silkthread.measure.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SyntheticPopulationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_same_seed_gives_the_same_bytes_with_one_thread_or_three() throws Exception {
        write("one", PopulationOrder.of(700, 11), false, 1);
        write("three", PopulationOrder.of(700, 11), false, 3);
        assertThat(hashes("three")).isEqualTo(hashes("one"));
        write("other", PopulationOrder.of(700, 12), false, 1);
        assertThat(hashes("other").get("Observation.ndjson"))
                .isNotEqualTo(hashes("one").get("Observation.ndjson"));
    }

    @Test
    void a_population_is_the_same_on_every_machine() throws Exception {
        write("golden", PopulationOrder.of(300, 4), false, 2);
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        for (String hash : hashes("golden").values()) {
            all.update(hash.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(HexFormat.of().formatHex(all.digest())).isEqualTo(GOLDEN);
    }

    @Test
    void a_patient_is_the_same_in_populations_of_every_size() throws Exception {
        write("small", PopulationOrder.of(150, 5), false, 2);
        write("large", PopulationOrder.of(400, 5), false, 2);
        for (ResourceKind kind : ResourceKind.values()) {
            String name = kind.typeName() + ".ndjson";
            String small = Files.readString(folder.resolve("small").resolve(name));
            assertThat(Files.readString(folder.resolve("large").resolve(name))).startsWith(small);
        }
    }

    @Test
    void one_patient_alone_is_what_the_files_hold() throws Exception {
        write("files", PopulationOrder.of(40, 5), false, 1);
        SyntheticPopulation population = new SyntheticPopulation(PopulationOrder.of(1, 5));
        List<String> alone = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] observations = population.patient(i).getOrDefault(ResourceKind.OBSERVATION, new byte[0]);
            alone.addAll(
                    new String(observations, StandardCharsets.UTF_8).lines().toList());
        }
        assertThat(alone).isEqualTo(Files.readAllLines(folder.resolve("files/Observation.ndjson")));
    }

    @Test
    void compressed_files_hold_the_same_text() throws Exception {
        write("plain", PopulationOrder.of(300, 6), false, 2);
        write("packed", PopulationOrder.of(300, 6), true, 2);
        for (ResourceKind kind : ResourceKind.values()) {
            byte[] packed = Files.readAllBytes(folder.resolve("packed").resolve(kind.typeName() + ".ndjson.gz"));
            try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                assertThat(text.readAllBytes())
                        .isEqualTo(Files.readAllBytes(folder.resolve("plain").resolve(kind.typeName() + ".ndjson")));
            }
        }
    }

    @Test
    void leaving_out_kinds_changes_nothing_about_the_others() throws Exception {
        write("all", PopulationOrder.of(200, 7), false, 1);
        PopulationOrder some = new PopulationOrder(
                200,
                7,
                PopulationOrder.UNTIL,
                PopulationOrder.YEARS,
                1,
                EnumSet.of(ResourceKind.PATIENT, ResourceKind.PROCEDURE));
        write("some", some, false, 1);
        assertThat(hashes("some").keySet()).containsExactly("Patient.ndjson", "Procedure.ndjson");
        assertThat(hashes("all")).containsAllEntriesOf(hashes("some"));
    }

    @Test
    void a_folder_that_holds_a_population_is_not_written_over() throws Exception {
        write("twice", PopulationOrder.of(10, 1), true, 1);
        assertThatThrownBy(() -> write("twice", PopulationOrder.of(10, 1), false, 1))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("already holds a population");
    }

    @Test
    void what_was_written_is_counted() throws Exception {
        Written written = write("counted", PopulationOrder.of(300, 8), false, 2);
        long lines = 0;
        long bytes = 0;
        for (ResourceKind kind : ResourceKind.values()) {
            Path file = folder.resolve("counted").resolve(kind.typeName() + ".ndjson");
            long count = Files.readAllLines(file).size();
            assertThat(written.resources()).containsEntry(kind, count);
            lines += count;
            bytes += Files.size(file);
        }
        assertThat(written.allResources()).isEqualTo(lines);
        assertThat(written.bytes()).isEqualTo(bytes);
    }

    @Test
    void every_reference_leads_to_a_resource_and_no_id_is_given_twice() throws Exception {
        write("references", PopulationOrder.of(500, 9), false, 2);
        List<String> wrong = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        List<String> references = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.values()) {
            for (JsonNode resource : resources("references", kind)) {
                String address = resource.path("resourceType").asString() + "/"
                        + resource.path("id").asString();
                if (!addresses.add(address) || !address.startsWith(kind.typeName() + "/")) {
                    wrong.add(address);
                }
                collect(resource, references);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(references).hasSizeGreaterThan(50_000);
        Set<String> dangling = new HashSet<>(references);
        dangling.removeAll(addresses);
        assertThat(dangling).isEmpty();
    }

    @Test
    void nhs_numbers_are_valid_test_numbers_and_nobody_shares_one() throws Exception {
        write("numbers", PopulationOrder.of(5000, 10), false, 2);
        Set<String> numbers = new HashSet<>();
        for (JsonNode patient : resources("numbers", ResourceKind.PATIENT)) {
            String number = patient.at("/identifier/0/value").asString();
            assertThat(number).matches("999\\d{7}");
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (10 - i) * (number.charAt(i) - '0');
            }
            assertThat((11 - sum % 11) % 11).isEqualTo(number.charAt(9) - '0');
            assertThat(numbers.add(number)).isTrue();
        }
    }

    @Test
    void the_test_range_gives_each_valid_number_once_and_then_none() {
        NhsNumbers numbers = new NhsNumbers(3);
        boolean[] seen = new boolean[10_000_000];
        for (long i = 0; i < SyntheticPopulation.nhsNumbers(); i++) {
            int last = (int) (numbers.of(i).orElseThrow() - 9_990_000_000L);
            assertThat(seen[last]).isFalse();
            seen[last] = true;
        }
        assertThat(numbers.of(SyntheticPopulation.nhsNumbers())).isEmpty();
        assertThat(SyntheticPopulation.nhsNumbers()).isBetween(905_000L, 912_000L);
    }

    @Test
    void nothing_is_recorded_before_birth_or_after_death_or_the_end() throws Exception {
        write("lives", PopulationOrder.of(1500, 13), false, 2);
        List<String> wrong = new ArrayList<>();
        Map<String, String[]> lives = new TreeMap<>();
        for (JsonNode patient : resources("lives", ResourceKind.PATIENT)) {
            String died = patient.path("deceasedDateTime").asString("9999-12-31");
            lives.put(
                    patient.path("id").asString(),
                    new String[] {patient.path("birthDate").asString(), died});
        }
        assertThat(lives.values().stream()
                        .filter(life -> life[1].startsWith("20"))
                        .count())
                .isGreaterThan(50);
        for (ResourceKind kind : EnumSet.complementOf(EnumSet.of(ResourceKind.ORGANIZATION, ResourceKind.PATIENT))) {
            for (JsonNode resource : resources("lives", kind)) {
                String id = resource.path("id").asString();
                String[] life = lives.getOrDefault(id.substring(0, id.indexOf('-')), new String[] {"?", "?"});
                for (String when : dates(resource, kind)) {
                    String day = when.substring(0, 10);
                    if (day.compareTo(life[0]) < 0
                            || day.compareTo(life[1].substring(0, 10)) > 0
                            || day.compareTo("2026-03-31") > 0) {
                        wrong.add(life[0] + " to " + life[1] + ": " + resource);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_filled_says_why() {
        assertThatThrownBy(() -> PopulationOrder.of(0, 1)).hasMessageContaining("1 or more patients");
        assertThatThrownBy(() -> new PopulationOrder(1, 1, LocalDate.of(2026, 3, 31), 0, 1, Set.of()))
                .hasMessageContaining("1 to 30 years");
        assertThatThrownBy(() -> new PopulationOrder(1, 1, LocalDate.of(2026, 3, 31), 6, Double.NaN, Set.of()))
                .hasMessageContaining("density");
        assertThatThrownBy(() -> new PopulationOrder(1, 1, LocalDate.of(1066, 10, 14), 6, 1, Set.of()))
                .hasMessageContaining("1990");
    }

    private static final String GOLDEN = "fe3fab77cdf14843501d4244b639800fcb571d16e1a51afe3059a152b2aa962f";

    private Written write(String name, PopulationOrder order, boolean gzip, int threads) throws IOException {
        return new SyntheticPopulation(order).write(folder.resolve(name), gzip, threads, done -> {});
    }

    private Map<String, String> hashes(String name) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        try (var files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(file.getFileName().toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }

    private List<JsonNode> resources(String name, ResourceKind kind) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve(kind.typeName() + ".ndjson")).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.isObject() && node.has("reference")) {
            references.add(node.path("reference").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    private static List<String> dates(JsonNode resource, ResourceKind kind) {
        List<String> dates = new ArrayList<>();
        List<String> pointers = switch (kind) {
            case ENCOUNTER -> List.of("/period/start", "/period/end");
            case CONDITION -> List.of("/onsetDateTime", "/abatementDateTime");
            case OBSERVATION -> List.of("/effectiveDateTime");
            case MEDICATION_REQUEST -> List.of("/authoredOn");
            case MEDICATION_DISPENSE -> List.of("/whenHandedOver");
            case PROCEDURE -> List.of("/performedDateTime");
            case IMMUNIZATION -> List.of("/occurrenceDateTime");
            case ALLERGY_INTOLERANCE -> List.of("/recordedDate");
            case CARE_PLAN -> List.of("/period/start");
            default -> List.of();
        };
        for (String pointer : pointers) {
            JsonNode date = resource.at(pointer);
            if (!date.isMissingNode()) {
                dates.add(date.asString());
            }
        }
        return dates;
    }
}
