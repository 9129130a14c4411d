package org.silkthread.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.run.PreparedRun;

class AssignmentTest {

    private static final int PARTS = 3;

    @TempDir
    private static Path folder = Path.of("");

    private static Path store = Path.of("");

    @BeforeAll
    static void load_a_population() throws IOException {
        store = folder.resolve("store");
        SmallPopulation.load(folder, store, 60, 3);
    }

    @Test
    void an_executor_that_got_it_as_bytes_finds_the_same() throws Exception {
        Assignment here = assignment(store, 1);
        Assignment there = sent(here);
        for (int part = 0; part < PARTS; part++) {
            assertThat(there.evaluate(part)).isEqualTo(here.evaluate(part));
        }
    }

    @Test
    void tallies_add_up_to_the_same_in_any_order() throws Exception {
        Assignment assignment = assignment(store, 1);
        String first = assignment.evaluate(0);
        String second = assignment.evaluate(1);
        String third = assignment.evaluate(2);
        String sum = assignment.sum(assignment.sum(first, second), third);
        assertThat(assignment.sum(third, assignment.sum(second, first))).isEqualTo(sum);
        assertThat(assignment.read(sum).measures().getFirst().patients()).isEqualTo(60);
    }

    @Test
    void a_store_that_was_loaded_meanwhile_is_refused() throws Exception {
        Path changing = folder.resolve("changing");
        SmallPopulation.load(folder, changing, 5, 1);
        Assignment assignment = assignment(changing, 1);
        SmallPopulation.load(folder, changing, 6, 2);
        assertThatThrownBy(() -> assignment.evaluate(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has 2 loads here and had 1 when the job began");
    }

    @Test
    void what_is_sent_holds_the_translations_and_not_other_files() throws Exception {
        Path content = Files.createDirectories(folder.resolve("content/deep"));
        try (var files = Files.list(SmallPopulation.CONTENT)) {
            for (Path file : files.toList()) {
                Files.copy(file, content.resolve(String.valueOf(file.getFileName())));
            }
        }
        Files.write(content.resolve("picture.png"), new byte[1_000_000]);
        Path translations = folder.resolve("translations");
        Files.createDirectory(translations);
        Files.writeString(translations.resolve("kept.json"), "[]");
        ContentArchive archive = ContentArchive.pack(List.of(folder.resolve("content")), translations);
        assertThat(archive.size()).isLessThan(100_000);
        List<?> measures = archive.use(Content::measures);
        assertThat(measures).hasSize(3);
    }

    private static Assignment assignment(Path population, int loads) throws IOException {
        MeasurementPeriod period = MeasurementPeriod.parse(SmallPopulation.PERIOD);
        JobOrder order = new JobOrder(
                population.toString(),
                List.of(),
                period.start(),
                period.end(),
                ZoneOffset.UTC,
                SmallPopulation.NOW,
                false,
                "",
                PARTS);
        Path translations = Files.createTempDirectory(folder, "translations");
        PreparedRun run = PreparedRun.of(Content.read(List.of(SmallPopulation.CONTENT), translations), order.request());
        return new Assignment(order, ContentArchive.pack(List.of(SmallPopulation.CONTENT), translations), loads, run);
    }

    private static Assignment sent(Assignment assignment) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(assignment);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Assignment) in.readObject();
        }
    }
}
