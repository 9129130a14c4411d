package org.silkthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SilkTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void when_asked_for_its_version_then_it_answers_with_the_version_of_the_build() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("silk \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void given_no_command_then_it_says_how_to_call_it_and_ends_with_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: silk");
    }

    @Test
    void given_an_unknown_command_then_it_names_it_and_ends_with_2() {
        assertThat(run("weave")).isEqualTo(2);
        assertThat(err.toString()).contains("weave");
    }

    @Test
    void given_a_port_that_is_no_number_then_it_names_the_option_and_ends_with_2() {
        assertThat(run("serve", "--port", "eighty")).isEqualTo(2);
        assertThat(err.toString()).contains("--port").contains("eighty");
    }

    private int run(String... arguments) {
        CommandLine command = Silk.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
