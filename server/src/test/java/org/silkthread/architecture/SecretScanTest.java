package org.silkthread.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Check 48 in part, and check 18: no secret is in what is shipped or kept in version control. */
class SecretScanTest {

    private static final int LARGEST = 2_000_000;

    @Test
    void check_18_no_file_of_the_project_holds_a_secret() throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        List<Path> files = Repository.files();
        Path root = Repository.root();
        for (Path file : files) {
            if (Files.size(file) <= LARGEST) {
                findings.addAll(SecretScan.findings(
                        root.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        assertThat(findings).isEmpty();
        assertThat(files.size()).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN_EC PRIVATE KEY-----",
                "key: MC4CAQAwBQYDK2Vw_BCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC",
                "aws = AKIA_IOSFODNN7EXAMPLE",
                "ghp__abcdefghijklmnopqrstuvwxyz0123456789",
                "eyJhbGciOiJIUzI1NiJ9._eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlMTIz",
                "jdbc:postgresql:_//quality:k3Vq9zT1@db/silkthread",
                "password: _k3Vq9zT1mW8x",
                "export API_TOKEN=_9f8a7c6b5d4e3f2a1b0c",
            })
    void a_planted_secret_is_found(String planted) {
        // Each is written with a gap, so that the scan of this very file passes.
        String line = planted.startsWith("-----") ? planted.replace('_', ' ') : planted.replaceFirst("_", "");
        assertThat(SecretScan.findings(Path.of("docs/example.yaml"), "one\n" + line + "\n"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith("docs/example.yaml line 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: ${SILK_DB_PASSWORD}",
                "String password = readPassword();",
                "token = newToken",
                "the secret is kept in the data folder",
                "https://example.org/page#part",
            })
    void what_is_no_secret_is_left_alone(String line) {
        assertThat(SecretScan.findings(Path.of("docs/example.yaml"), line)).isEmpty();
    }

    @Test
    void a_file_that_is_a_key_by_its_name_is_found() {
        assertThat(SecretScan.findings(Path.of("server/tls.p12"), "")).hasSize(1);
        assertThat(SecretScan.findings(Path.of("docs/keys.md"), "")).isEmpty();
    }
}
