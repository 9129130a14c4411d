package org.silkthread.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkthread.server.SilkthreadServer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Check 18: the server refuses to start with a shipped, known or empty secret, and with a key that others can read. */
class StartCheckTest {

    private static final String DATABASE = "jdbc:postgresql://db.example/silkthread";

    @TempDir
    Path dir;

    @Test
    void check_18_given_a_new_folder_and_the_embedded_database_then_nothing_is_wrong() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "Password1!", "changeme", "silkthread", "postgres", "secret", "123456", "admin2024"})
    void check_18_given_a_secret_that_everybody_would_try_then_it_is_named_by_its_setting(String secret) {
        List<String> faults = faults(Map.of(
                "silkthread.db-url", DATABASE, "silkthread.db-user", "service", "silkthread.db-password", secret));
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("The secret silkthread.db-password is one that"));
        assertThat(faults(Map.of("silkthread.issuer.client-secret", secret))).hasSize(1);
        assertThat(faults(Map.of("silkthread.sign-in.secrets-key", secret))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SILKTHREAD_SIGNIN_CLIENTSECRET",
                "SILKTHREAD_SIGN_IN_CLIENT_SECRET",
                "silkthread.signIn.clientSecret"
            })
    void check_18_given_a_known_secret_then_it_is_found_however_its_setting_is_spelled(String setting) {
        assertThat(faults(Map.of(setting, "changeme")))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("The secret " + setting + " is one that"));
    }

    @Test
    void check_18_given_a_database_without_a_password_then_the_server_does_not_start() {
        assertThat(faults(Map.of("silkthread.db-url", DATABASE)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("no password"));
        assertThat(faults(Map.of("silkthread.db-url", DATABASE + "?sslcert=client.crt")))
                .isEmpty();
        assertThat(faults(Map.of("silkthread.db-url", DATABASE + "?password=k3Vq-long-enough")))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("everybody on this machine"));
        assertThat(faults(Map.of(
                        "silkthread.db-url", DATABASE,
                        "silkthread.db-user", "quality-db",
                        "silkthread.db-password", "quality-db")))
                .hasSize(1);
        assertThat(faults(Map.of(
                        "silkthread.db-url", DATABASE,
                        "silkthread.db-user", "quality-db",
                        "silkthread.db-password", "mossy-otter-lantern-71")))
                .isEmpty();
    }

    @Test
    void check_18_given_an_account_in_the_settings_then_the_server_does_not_start() {
        assertThat(faults(Map.of("spring.security.user.password", "mossy-otter-lantern-71")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void check_18_given_a_key_that_others_can_read_or_write_then_it_is_named(String permissions) throws IOException {
        Path key = key();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        assertThat(faults(Map.of()))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains(key.toString(), "rw-------"));
    }

    @Test
    void check_18_given_an_empty_key_or_one_from_a_standard_then_it_is_named() throws IOException {
        Path key = key();
        Files.writeString(key, "\n");
        assertThat(faults(Map.of()))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("is empty"));
        // The first example of RFC 8032, 7.1.
        Files.writeString(key, "MC4CAQAwBQYDK2VwBCIEI" + "J1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\nx\n");
        assertThat(faults(Map.of()))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("printed in public"));
    }

    @Test
    void check_18_given_several_faults_then_all_are_told_at_once_before_anything_is_made() throws IOException {
        Path key = key();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-rw-rw-"));
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(SilkthreadServer.class).web(WebApplicationType.NONE);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> application.run(
                        "--silkthread.dir=" + dir, "--spring.security.user.password=mossy-otter-lantern-71"))
                .withMessageContaining(key.toString())
                .withMessageContaining("spring.security.user.password");
        assertThat(dir.resolve("postgres")).doesNotExist();
    }

    private Path key() {
        new SigningKey(dir.resolve("keys"), SigningUse.CUTS, Clock.systemUTC()).sign("words");
        return dir.resolve("keys/cuts.ed25519");
    }

    private List<String> faults(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("silkthread.dir", dir.toString());
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        return StartCheck.faults(environment);
    }
}
