package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program does not start with a secret that everybody knows, or with an account that nobody opened. */
class RefusedStartTest {

    @TempDir
    Path folder;

    @BeforeEach
    void packaged() {
        assumeTrue(Files.exists(SilkProcess.packaged()), "The program is not packaged here");
    }

    @Test
    void check_18_the_packaged_program_does_not_start_with_a_known_password_of_its_database() {
        assertThat(serving(
                        Map.of("SILK_DB_USER", "quality", "SILK_DB_PASSWORD", "changeme2026"),
                        "--db-url",
                        "jdbc:postgresql://127.0.0.1:1/quality"))
                .contains("silkthread.db-password")
                .doesNotContain("changeme2026");
    }

    @Test
    void check_18_the_packaged_program_does_not_start_with_a_known_secret_in_its_environment() {
        assertThat(serving(Map.of("SILKTHREAD_SIGN_IN_CLIENT_SECRET", "changeme2026")))
                .contains("SILKTHREAD_SIGN_IN_CLIENT_SECRET")
                .doesNotContain("changeme2026");
    }

    @Test
    void check_18_the_packaged_program_does_not_start_with_an_account_in_its_settings() throws IOException {
        Files.writeString(
                folder.resolve("application.properties"), "spring.security.user.password=mossy-otter-lantern-71\n");
        assertThat(serving(Map.of()))
                .contains("spring.security.user.password")
                .doesNotContain("mossy-otter-lantern-71");
    }

    /** What the program says when it refuses to start; it has made nothing then. */
    private String serving(Map<String, String> environment, String... further) {
        Path data = folder.resolve("data");
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--port", "0", "--operator-port", "0", "--dir", data.toString()));
        arguments.addAll(List.of(further));
        SilkProcess.Outcome outcome = SilkProcess.run(folder, environment, arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.words()).isEqualTo(1);
        assertThat(data).doesNotExist();
        return outcome.words();
    }
}
