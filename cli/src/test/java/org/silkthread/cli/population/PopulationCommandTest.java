package org.silkthread.cli.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.cli.SilkRun;

class PopulationCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int silk(String... arguments) {
        return SilkRun.execute(List.of(arguments), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    private String export() throws IOException {
        Path file = folder.resolve("export.ndjson");
        Files.write(
                file,
                List.of(
                        "{\"resourceType\":\"Patient\",\"id\":\"a\"}",
                        "{\"resourceType\":\"Patient\",\"id\":\"b\"}",
                        "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"subject\":{\"reference\":\"Patient/a\"}}",
                        "{\"resourceType\":\"Encounter\",\"id\":\"f\",\"status\":1}"));
        return file.toString();
    }

    @Test
    void a_load_says_what_it_took_in_and_where_the_rest_is_explained() throws IOException {
        assertThat(silk("population", "load", "--from", export(), "--into", store()))
                .isZero();

        assertThat(out.toString()).contains("3 resources");
        assertThat(err.toString()).contains("1 resources could not be read", "rejects-0001.ndjson");
    }

    @Test
    void info_counts_patients_and_resources() throws IOException {
        silk("population", "load", "--from", export(), "--into", store());
        out.getBuffer().setLength(0);

        assertThat(silk("population", "info", store(), "--json")).isZero();

        assertThat(out.toString()).contains("\"patients\":2", "\"Encounter\":1", "\"bytesPerResource\":");
    }

    @Test
    void resources_whose_patient_is_missing_are_told_with_the_place_where_they_are_listed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("late.ndjson"),
                "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"subject\":{\"reference\":\"Patient/late\"}}\n");

        assertThat(silk("population", "load", "--from", file.toString(), "--into", store()))
                .isZero();

        assertThat(err.toString()).contains("1 resources of 1 patients are kept", "waiting-0001.ndjson");
        silk("population", "info", store());
        assertThat(out.toString()).contains("1 more resources of 1 patients");
    }

    @Test
    void patients_are_removed_by_id() throws IOException {
        silk("population", "load", "--from", export(), "--into", store());
        Path ids = Files.writeString(folder.resolve("gone.txt"), "a\n");

        assertThat(silk("population", "load", "--into", store(), "--delete", ids.toString()))
                .isZero();
        assertThat(silk("population", "compact", store())).isZero();
        out.getBuffer().setLength(0);
        silk("population", "info", store());

        assertThat(out.toString()).contains("1 patients").doesNotContain("Encounter");
    }

    @Test
    void wrong_usage_and_missing_input_have_their_exit_codes() {
        assertThat(silk("population")).isEqualTo(2);
        assertThat(silk("population", "load", "--into", store())).isEqualTo(2);
        assertThat(silk("population", "load", "--from", folder + "/nothing", "--into", store()))
                .isEqualTo(1);
        assertThat(silk("population", "info", store())).isEqualTo(1);
        assertThat(err.toString()).contains("Nothing was loaded", "holds no population store");
    }
}
