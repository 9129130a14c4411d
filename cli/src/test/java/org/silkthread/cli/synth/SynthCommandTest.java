package org.silkthread.cli.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.cli.SilkRun;

class SynthCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writes_a_file_for_each_type_and_says_so_on_standard_error() throws IOException {
        assertThat(synth("--patients", "20", "--seed", "7", "--out", "all")).isZero();
        assertThat(Files.readAllLines(folder.resolve("all/Patient.ndjson"))).hasSize(20);
        assertThat(folder.resolve("all/Observation.ndjson")).isNotEmptyFile();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("20 patients,").contains("patients a second");
    }

    @Test
    void writes_only_the_types_asked_for() {
        assertThat(synth("--patients", "5", "--types", "Patient,Condition", "--gzip", "--out", "some"))
                .isZero();
        assertThat(folder.resolve("some")).isDirectoryNotContaining("glob:**Observation*");
        assertThat(folder.resolve("some/Patient.ndjson.gz")).exists();
    }

    @Test
    void refuses_to_write_over_a_population() {
        assertThat(synth("--patients", "5", "--out", "twice")).isZero();
        assertThat(synth("--patients", "5", "--out", "twice")).isEqualTo(1);
        assertThat(err.toString()).contains("already holds a population");
    }

    @Test
    void wrong_options_are_wrong_usage() {
        assertThat(synth("--out", "none")).isEqualTo(2);
        assertThat(synth("--patients", "0", "--out", "none")).isEqualTo(2);
        assertThat(synth("--patients", "5", "--types", "Patient,Unicorn", "--out", "none"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'Unicorn' is not a type");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private int synth(String... options) {
        List<String> arguments = new ArrayList<>(List.of("synth"));
        for (String option : options) {
            boolean isFolder = arguments.getLast().equals("--out");
            arguments.add(isFolder ? folder.resolve(option).toString() : option);
        }
        return SilkRun.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
