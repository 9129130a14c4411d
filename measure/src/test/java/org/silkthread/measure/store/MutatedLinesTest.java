package org.silkthread.measure.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.record.PatientRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of an export that are broken in every way: each is told with its place and reason, and costs no other line. */
class MutatedLinesTest {

    private static final FhirModel MODEL = FhirModel.r4();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Property(tries = 100)
    void a_broken_line_is_rejected_with_its_place_and_reason_and_all_good_lines_are_kept(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long seed) throws IOException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("silk-mutated");
        try {
            new Export(random).check(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A file of good lines with broken ones between them. */
    private static final class Export {

        private final Random random;
        private final LineMutations mutations;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Set<String> good = new TreeSet<>();
        private final Set<Long> broken = new TreeSet<>();
        private long line = 1;

        Export(Random random) {
            this.random = random;
            this.mutations = new LineMutations(random);
        }

        void check(Path folder) throws IOException {
            List<String> whole = new RandomResources(MODEL, random.nextLong()).population(6);
            whole.removeIf(text -> text.startsWith("{\"resourceType\":\"Medication\""));
            for (String text : whole) {
                byte[] valid = text.getBytes(StandardCharsets.UTF_8);
                good.add(JSON.readTree(text).path("id").asString());
                add(mutations.harmless(valid));
                if (random.nextInt(3) == 0) {
                    broken.add(line);
                    add(mutations.broken(valid));
                }
            }
            Path file = Files.write(folder.resolve("export.ndjson"), bytes.toByteArray());
            LoadReport report = new PopulationLoader(MODEL, folder.resolve("store"), 2)
                    .load(List.of(file), Set.of(), LoadProgress.SILENT);

            assertThat(kept(folder.resolve("store"))).isEqualTo(good);
            assertThat(rejected(report, file)).isEqualTo(broken);
            assertThat(report.rejected()).isEqualTo(broken.size());
        }

        private void add(byte[] text) {
            bytes.writeBytes(text);
            for (byte each : text) {
                line += each == '\n' ? 1 : 0;
            }
            bytes.write('\n');
            line++;
        }

        private static Set<String> kept(Path folder) {
            Set<String> ids = new TreeSet<>();
            try (PopulationStore store = PopulationStore.open(folder, MODEL)) {
                store.verify();
                for (var patients = store.patients(Projection.everything()); patients.hasNext(); ) {
                    PatientRecord patient = patients.next();
                    MODEL.types().stream()
                            .filter(type -> type.resource())
                            .flatMap(type -> patient.resources(type).stream())
                            .map((Structure resource) -> String.valueOf(resource.get("id")))
                            .forEach(ids::add);
                }
            }
            return ids;
        }

        private static Set<Long> rejected(LoadReport report, Path file) throws IOException {
            Set<Long> lines = new TreeSet<>();
            for (String text : report.rejects().isPresent()
                    ? Files.readAllLines(report.rejects().get())
                    : new ArrayList<String>()) {
                JsonNode reject = JSON.readTree(text);
                assertThat(reject.path("file").asString()).isEqualTo(file.toString());
                assertThat(reject.path("column").asLong()).as(text).isPositive();
                assertThat(reject.path("reason").asString()).isNotBlank();
                lines.add(reject.path("line").asLong());
            }
            return lines;
        }
    }
}
