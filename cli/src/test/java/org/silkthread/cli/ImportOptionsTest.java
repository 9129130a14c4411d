package org.silkthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to call {@code silk import --server} wrongly, none of which may show the token. */
class ImportOptionsTest {

    private static final String TOKEN = "silk_" + "a".repeat(49);

    private final StringWriter words = new StringWriter();

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(folder.resolve("values.csv"), "x\n").toString();
    }

    @Test
    void a_token_never_goes_over_the_network_unencrypted() {
        assertThat(run("indicator-values", file, "--server", "http://quality.example.org", "--token", TOKEN))
                .isEqualTo(2);
        assertThat(words.toString()).contains("https://").doesNotContain(TOKEN);
    }

    @Test
    void a_mistyped_option_does_not_repeat_the_token() {
        assertThat(run("indicator-values", file, "--server", "http://localhost:1", "--tokn", TOKEN))
                .isEqualTo(2);
        assertThat(words.toString()).contains("--tokn").doesNotContain(TOKEN);
    }

    @Test
    void what_is_no_token_is_said_without_repeating_it() {
        assertThat(run("indicator-values", file, "--server", "http://localhost:1", "--token", "hush\nhush"))
                .isEqualTo(2);
        assertThat(words.toString()).contains("SILK_TOKEN").doesNotContain("hush");
    }

    @Test
    void data_is_here_or_elsewhere() {
        assertThat(run("indicator-values", file, "--server", "http://localhost:1", "--token", TOKEN, "--dir", "x"))
                .isEqualTo(2);
        assertThat(run("indicator-values", file, "--token", TOKEN)).isEqualTo(2);
        assertThat(words.toString()).doesNotContain(TOKEN);
    }

    @Test
    void given_no_server_at_the_address_then_it_fails_without_showing_the_token() {
        assertThat(run("indicator-values", file, "--server", "http://localhost:1", "--token", TOKEN))
                .isEqualTo(1);
        assertThat(words.toString()).contains("No server answers").doesNotContain(TOKEN);
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(words);
        return SilkRun.execute(
                Stream.concat(Stream.of("import"), List.of(arguments).stream()).toList(), out, out);
    }
}
