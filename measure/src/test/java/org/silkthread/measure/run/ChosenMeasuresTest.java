package org.silkthread.measure.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkthread.measure.content.Content;
import org.silkthread.measure.content.Problem;
import org.silkthread.measure.report.MeasurementPeriod;

/** By what names a measure can be asked for. */
class ChosenMeasuresTest {

    @TempDir
    Path folder;

    @BeforeEach
    void two_measures_each_in_a_folder_of_its_own() throws IOException {
        measure("visits", "Visits", "1.0.0");
        measure("visits-2", "Visits", "2.0.0");
        measure("checks", "Checks", "1.0.0");
        Files.writeString(folder.resolve("Sums.cql"), "library Sums version '1'\ndefine Seen: true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checks",
                "Checks",
                "http://example.org/Measure/Checks",
                "http://example.org/Measure/Checks|1.0.0"
            })
    void a_measure_answers_to_its_id_name_and_address(String wanted) throws IOException {
        assertThat(run(wanted).measures())
                .singleElement()
                .satisfies(bound -> assertThat(bound.measure().id()).isEqualTo("checks"));
    }

    @Test
    void a_version_or_an_id_chooses_among_versions_and_a_name_means_them_all() throws IOException {
        assertThat(run("http://example.org/Measure/Visits|2.0.0").measures())
                .extracting(bound -> bound.measure().id())
                .containsExactly("visits-2");
        assertThat(run("visits").measures())
                .extracting(bound -> bound.measure().version())
                .containsExactly("1.0.0");
        assertThat(run("Visits").measures()).hasSize(2);
    }

    @Test
    void asking_for_a_measure_that_is_not_there_tells_which_are() throws IOException {
        PreparedRun run = run("Nothing");

        assertThat(run.measures()).isEmpty();
        assertThat(run.problems())
                .extracting(Problem::toString)
                .containsExactly("Nothing: error: The content has no measure of this id, name or address."
                        + " It has Checks, Visits.");
    }

    private PreparedRun run(String wanted) throws IOException {
        return PreparedRun.of(
                Content.read(List.of(folder)),
                new RunRequest(
                        List.of(wanted),
                        MeasurementPeriod.parse("2026-01-01/2026-12-31"),
                        ZoneOffset.UTC,
                        Instant.parse("2026-11-21T12:00:00Z"),
                        Map.of(),
                        false));
    }

    private void measure(String id, String name, String version) throws IOException {
        Path own = Files.createDirectory(folder.resolve(id));
        Files.writeString(own.resolve("measure.json"), """
                {"resourceType":"Bundle","entry":[{"resource":
                 {"resourceType":"Measure","id":"%s","name":"%s","url":"http://example.org/Measure/%s","version":"%s",
                  "library":["http://example.org/Library/Sums"],"scoring":{"coding":[{"code":"cohort"}]},
                  "group":[{"population":[{"code":{"coding":[{"code":"initial-population"}]},
                   "criteria":{"expression":"Seen"}}]}]}}]}
                """.formatted(id, name, name, version));
    }
}
