package org.silkthread.cli.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    @Test
    void a_department_is_written_to_a_file_and_the_same_options_write_the_same_file() throws IOException {
        String[] options = {"ae", "--start", "2026-11-22T10:00:00Z", "--minutes", "30", "--seed", "5", "--out"};
        assertThat(synth(with(options, "one.txt"))).isZero();
        assertThat(synth(with(options, "two.txt"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("one.txt"))).hasSizeGreaterThan(500);
        assertThat(folder.resolve("one.txt")).hasSameBinaryContentAs(folder.resolve("two.txt"));
    }

    @Test
    void wrong_options_of_a_department_are_wrong_usage() {
        assertThat(synth("ae")).isEqualTo(2);
        assertThat(err.toString()).contains("--to HOST:PORT, --out FILE or both");
        assertThat(synth("ae", "--to", "nowhere")).isEqualTo(2);
        assertThat(synth("ae", "--rate", "0", "--to", "127.0.0.1:1")).isEqualTo(2);
        assertThat(synth("ae", "--start", "yesterday", "--out", "none")).isEqualTo(2);
        assertThat(synth("ae", "--attendances", "0", "--out", "none")).isEqualTo(2);
        assertThat(synth("replay", "none.txt")).isEqualTo(2);
    }

    private static String[] with(String[] options, String last) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = last;
        return all;
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
