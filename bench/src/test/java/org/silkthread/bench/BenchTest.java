package org.silkthread.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That every benchmark can be run. None of this looks at a time. */
class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "methods",
                "against-r",
                "model-against-r",
                "disclosure",
                "audit",
                "access",
                "feeds",
                "import",
                "population"
            })
    void a_smoke_run_completes_with_figures_in_every_table(String name) {
        requireFigures(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"startup", "pages"})
    void a_smoke_run_of_the_packaged_program_completes_with_figures_in_every_table(String name) {
        Assumptions.assumeTrue(
                Files.exists(Path.of("..", "cli", "target", "silk-exec.jar")),
                "Skipped: the program is not packaged; mvn verify packages it first");
        requireFigures(name);
    }

    private void requireFigures(String name) {
        assertThat(run(name, "--smoke", "--json")).as(err.toString()).isZero();
        JsonNode findings = JsonMapper.builder().build().readTree(out.toString());
        assertThat(findings.get("benchmark").asString()).isEqualTo(name);
        assertThat(findings.get("tables")).isNotEmpty();
        assertThat(findings.get("tables"))
                .allSatisfy(table -> assertThat(table.get("rows")).isNotEmpty());
    }

    @Test
    void given_an_unknown_name_then_it_lists_the_benchmarks_and_ends_with_2() {
        assertThat(run("weaving")).isEqualTo(2);
        assertThat(err.toString()).contains("weaving").contains("methods").contains("disclosure");
    }

    private int run(String... arguments) {
        CommandLine command = Bench.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
