package org.silkthread.measure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.model.FhirModel;

/** A load that is stopped anywhere and started again gives the very files of one that was not. */
class StoppedLoadTest {

    private static final FhirModel MODEL = FhirModel.r4();

    @TempDir
    Path folder;

    private Path export = Path.of("");
    private Path undisturbed = Path.of("");
    private int signs;

    @BeforeEach
    void files() throws IOException {
        export = Files.createDirectories(folder.resolve("export"));
        List<String> lines = new RandomResources(MODEL, 11).population(1000);
        lines.add("not a resource");
        int most = lines.size() * 9 / 10;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(export.resolve("b.ndjson.gz")))) {
            out.write(String.join("\n", lines.subList(0, most)).getBytes(StandardCharsets.UTF_8));
        }
        for (int from = most; from < lines.size(); from += lines.size() / 50) {
            List<String> some = lines.subList(from, Math.min(from + lines.size() / 50, lines.size()));
            Files.write(export.resolve("c" + from + ".ndjson"), some);
        }
        Files.writeString(export.resolve("a.ndjson"), "neither is this\n");
        undisturbed = folder.resolve("undisturbed");
        AtomicInteger counted = new AtomicInteger();
        loader(undisturbed).load(List.of(export), Set.of(), (step, done, of) -> counted.incrementAndGet());
        signs = counted.get();
    }

    private static PopulationLoader loader(Path store) {
        return new PopulationLoader(MODEL, store, 2, KilledLoad.LIMITS);
    }

    /** Remembers how a load began. */
    private static final class Listener implements LoadProgress {

        private final int last;
        private final AtomicInteger count = new AtomicInteger();
        private @Nullable Beginning beginning;

        Listener(int last) {
            this.last = last;
        }

        @Override
        public void begins(Beginning how, long readBefore) {
            beginning = how;
        }

        @Override
        public void at(Step step, long done, long of) {
            if (count.incrementAndGet() == last) {
                throw new IllegalStateException("stopped");
            }
        }
    }

    private void stop(Path store, int at) {
        assertThatThrownBy(() -> loader(store).load(List.of(export), Set.of(), new Listener(at)))
                .hasMessage("stopped");
    }

    private LoadReport again(Path store, LoadProgress.Beginning expected) {
        Listener listener = new Listener(-1);
        LoadReport report = loader(store).load(List.of(export), Set.of(), listener);
        assertThat(listener.beginning).isEqualTo(expected);
        return report;
    }

    /** Whatever makes up a store, byte for byte. */
    private static Map<String, String> content(Path store) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = store.relativize(file).toString();
                if (!name.startsWith("rejects-")) {
                    content.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return content;
    }

    private static Optional<Path> file(Path store, Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name.test(file.getFileName().toString()))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .findFirst();
        }
    }

    @Test
    void wherever_it_is_stopped_it_goes_on_to_the_same_files() throws IOException {
        List<Long> before = new ArrayList<>();
        for (int at = 1; at <= signs; at += 3) {
            Path store = folder.resolve("stopped-" + at);
            stop(store, at);
            assertThat(PopulationStore.exists(store)).isFalse();

            LoadReport report = again(store, LoadProgress.Beginning.GOING_ON);

            assertThat(content(store)).isEqualTo(content(undisturbed));
            assertThat(Files.readAllLines(report.rejects().orElseThrow())).hasSize(2);
            assertThat(report.rejected()).isEqualTo(2);
            before.add(report.bytesBefore());
            if (report.bytesBefore() > 0) {
                assertThat(report.bytesBefore()).isLessThanOrEqualTo(report.bytes());
            }
        }
        assertThat(before).isSorted();
        assertThat(before.stream().distinct().count()).as("checkpoints met").isGreaterThan(3);
    }

    @Test
    void a_killed_process_is_followed_by_one_that_goes_on() throws IOException, InterruptedException {
        Path store = folder.resolve("killed");
        for (int at : new int[] {signs / 4, signs / 4}) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledLoad.class.getName(),
                            export.toString(),
                            store.toString(),
                            String.valueOf(at))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).isEqualTo(KilledLoad.KILLED);
        }

        LoadReport report = again(store, LoadProgress.Beginning.GOING_ON);

        assertThat(report.bytesBefore()).isPositive();
        assertThat(content(store)).isEqualTo(content(undisturbed));
    }

    @Test
    void it_may_be_stopped_again_and_again() throws IOException {
        Path store = folder.resolve("often");
        int stops = 0;
        for (boolean done = false; !done; stops++) {
            try {
                loader(store).load(List.of(export), Set.of(), new Listener(11));
                done = true;
            } catch (IllegalStateException stopped) {
                assertThat(stopped).hasMessage("stopped");
                assertThat(stops).isLessThan(signs);
            }
        }
        assertThat(stops).isGreaterThan(1);
        assertThat(content(store)).isEqualTo(content(undisturbed));
    }

    @Test
    void a_load_of_changed_files_starts_over() throws IOException {
        Path store = folder.resolve("changed");
        stop(store, signs - 2);
        Files.setLastModifiedTime(export.resolve("a.ndjson"), FileTime.fromMillis(1_000_000_000_000L));

        assertThat(again(store, LoadProgress.Beginning.STARTING_OVER).bytesBefore())
                .isZero();
        assertThat(content(store)).isEqualTo(content(undisturbed));
    }

    @Test
    void a_load_with_other_arguments_starts_over() throws IOException {
        Path store = folder.resolve("others");
        stop(store, signs - 2);
        Listener listener = new Listener(-1);

        loader(store).load(List.of(export.resolve("a.ndjson")), Set.of(), listener);

        assertThat(listener.beginning).isEqualTo(LoadProgress.Beginning.STARTING_OVER);
        assertThat(content(store)).containsOnlyKeys("manifest.json", "lock");
    }

    @Test
    void damaged_rows_and_segments_are_not_trusted() throws IOException {
        for (String damaged : List.of(".rows", ".seg")) {
            Path store = folder.resolve("damaged" + damaged);
            stop(store, damaged.equals(".rows") ? signs / 2 : signs - 3);
            Path file = file(store, name -> name.endsWith(damaged)).orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            again(store, LoadProgress.Beginning.STARTING_OVER);
            assertThat(content(store)).isEqualTo(content(undisturbed));
        }
    }

    @Test
    void a_journal_that_was_cut_off_counts_as_far_as_it_goes() throws IOException {
        Path store = folder.resolve("cut");
        stop(store, signs / 3);
        Path journal = file(store, name -> name.startsWith("journal")).orElseThrow();
        String text = Files.readString(journal);
        Files.writeString(journal, text.substring(0, text.length() - 20));

        again(store, LoadProgress.Beginning.GOING_ON);

        assertThat(content(store)).isEqualTo(content(undisturbed));
    }
}
