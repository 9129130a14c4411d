package org.silkthread.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2010-04-01T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_when_it_is_first_needed_and_only_its_owner_can_read_it() throws IOException {
        SigningKey key = key();
        assertThat(key.keys()).isEmpty();
        SigningKey.Signed signed = key.sign("words");
        assertThat(key.verify("words", signed)).isTrue();
        assertThat(key.verify("other words", signed)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/audit.ed25519"))))
                .isEqualTo("rw-------");
        assertThat(key().isOurs(signed.publicKey())).isTrue();
    }

    @Test
    void given_a_replaced_key_then_what_it_signed_is_still_ours_and_its_secret_half_is_gone() throws IOException {
        SigningKey key = key();
        SigningKey.Signed old = key.sign("words");
        String oldSecret =
                Files.readAllLines(folder.resolve("keys/audit.ed25519")).getFirst();
        KnownKey first = key.keys().getFirst();

        KnownKey made = key.rotate();

        assertThat(key.keys()).containsExactly(made, new KnownKey(first.fingerprint(), Optional.of(CLOCK.instant())));
        assertThat(key.isOurs(old.publicKey())).isTrue();
        assertThat(key.verify("words", old)).isTrue();
        assertThat(key.sign("words").publicKey()).isNotEqualTo(old.publicKey());
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(oldSecret);
            }
        }
    }

    @Test
    void given_a_key_that_others_can_read_or_that_is_damaged_then_it_is_refused() throws IOException {
        key().sign("words");
        Path file = folder.resolve("keys/audit.ed25519");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatIllegalStateException().isThrownBy(() -> key().sign("words")).withMessageContaining("Others");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "rubbish\nrubbish\n");
        assertThatIllegalStateException().isThrownBy(() -> key().sign("words")).withMessageContaining("damaged");
    }

    private SigningKey key() {
        return new SigningKey(folder.resolve("keys"), SigningUse.AUDIT, CLOCK);
    }
}
