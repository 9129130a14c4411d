package org.silkthread.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasureJobTest {

    private static final int PATIENTS = 120;
    private static final Map<String, String> LOCAL = Map.of(
            "spark.master", "local[2]",
            "spark.ui.enabled", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1");

    @TempDir
    private static Path folder = Path.of("");

    private static Path store = Path.of("");

    private static SmallPopulation.Reports oneMachine = new SmallPopulation.Reports(Path.of(""), Path.of(""));

    @BeforeAll
    static void load_a_population() throws Exception {
        LOCAL.forEach(System::setProperty);
        store = folder.resolve("store");
        SmallPopulation.load(folder, store, PATIENTS, 7);
        oneMachine = SmallPopulation.onOneMachine(store, folder);
    }

    @AfterAll
    static void forget_the_settings() {
        LOCAL.keySet().forEach(System::clearProperty);
    }

    @Test
    void summaries_are_byte_for_byte_those_of_one_machine() throws IOException {
        Path out = folder.resolve("spark.ndjson");
        assertThat(job(store, out, "--parts", "7")).isZero();
        assertThat(out).hasSameBinaryContentAs(oneMachine.summaries());
    }

    @Test
    void the_population_has_people_in_every_kind_of_result() throws IOException {
        List<JsonNode> reports = read(oneMachine.summaries());
        assertThat(reports).hasSize(3);
        assertThat(count(reports.get(0), "initial-population")).isBetween(50L, (long) PATIENTS - 1);
        assertThat(count(reports.get(0), "numerator")).isBetween(1L, count(reports.get(0), "denominator") - 1);
        assertThat(reports.get(0).at("/group/0/stratifier/0/stratum").size()).isGreaterThan(1);
        assertThat(count(reports.get(1), "measure-population")).isGreaterThan(PATIENTS);
        assertThat(reports.get(2).path("contained").toString()).contains("OperationOutcome");
    }

    @Test
    void individual_reports_are_those_of_one_machine_in_files_by_part() throws IOException {
        Path subjects = folder.resolve("subjects");
        assertThat(job(
                        store,
                        folder.resolve("with-subjects.ndjson"),
                        "--parts",
                        "3",
                        "--subjects",
                        subjects.toString()))
                .isZero();
        List<Path> files;
        try (Stream<Path> found = Files.list(subjects)) {
            files = found.sorted().toList();
        }
        assertThat(files)
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("part-00000.ndjson", "part-00001.ndjson", "part-00002.ndjson");
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
        }
        assertThat(lines).hasSize(3 * PATIENTS).isEqualTo(Files.readAllLines(oneMachine.individuals()));
    }

    @Test
    void one_measure_alone_has_the_report_that_it_has_among_others() throws IOException {
        Path out = folder.resolve("one.ndjson");
        assertThat(job(store, out, "--measure", "visited")).isZero();
        assertThat(read(out)).containsExactly(read(oneMachine.summaries()).getFirst());
    }

    @Test
    void the_clock_and_the_supplemental_data_are_those_that_were_asked_for() throws IOException {
        Path out = folder.resolve("clock.ndjson");
        assertThat(job(store, out, "--measure", "visited", "--offset", "+01:00", "--supplemental"))
                .isZero();
        JsonNode report = read(out).getFirst();
        assertThat(report.path("date").asString()).isEqualTo("2026-04-02T09:00+01:00");
        assertThat(report.path("contained").toString()).contains("Observation");
    }

    @Test
    void a_store_that_is_not_there_is_a_failure_and_leaves_no_report() {
        Path out = folder.resolve("none.ndjson");
        assertThat(job(folder.resolve("no-store"), out)).isEqualTo(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void a_wrong_period_is_a_usage_error() {
        assertThat(MeasureJob.run("--content", ".", "--data", ".", "--out", "x", "--period", "2026"))
                .isEqualTo(2);
    }

    private static int job(Path data, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--content", SmallPopulation.CONTENT.toString(),
                "--data", data.toString(),
                "--period", SmallPopulation.PERIOD,
                "--now", SmallPopulation.NOW.toString(),
                "--out", out.toString()));
        arguments.addAll(List.of(more));
        return MeasureJob.run(arguments.toArray(String[]::new));
    }

    private static List<JsonNode> read(Path file) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        return Files.readAllLines(file).stream().map(json::readTree).toList();
    }

    private static long count(JsonNode report, String population) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode one : report.at("/group/0/population")) {
            counts.put(
                    one.at("/code/coding/0/code").asString(), one.path("count").asLong());
        }
        return counts.getOrDefault(population, -1L);
    }
}
