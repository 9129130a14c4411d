package org.silkthread.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

    /** The last six digits of the eight in RFC 6238, appendix B, for HMAC-SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long seconds, String code) {
        TotpSecret secret = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(secret.code(Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void a_secret_in_letters_is_read_back_whatever_spaces_and_case() {
        TotpSecret secret = TotpSecret.random();
        assertThat(secret.text()).hasSize(32);
        assertThat(TotpSecret.parse(secret.text().toLowerCase().replaceAll("(.{4})", "$1 "))
                        .bytes())
                .isEqualTo(secret.bytes());
        assertThat(TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII))
                        .text())
                .isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThatIllegalArgumentException().isThrownBy(() -> TotpSecret.parse("not a secret 018"));
    }

    @Test
    void a_code_fits_its_thirty_seconds_and_those_beside_them_and_no_others() {
        TotpSecret secret = TotpSecret.random();
        Instant now = Instant.parse("2026-11-21T09:00:00Z");
        String code = secret.code(now);
        assertThat(secret.stepOf(code, now.plusSeconds(59))).hasValue(TotpSecret.step(now));
        assertThat(secret.stepOf(code, now.minusSeconds(30))).hasValue(TotpSecret.step(now));
        assertThat(secret.stepOf(code, now.plusSeconds(60)).isEmpty()
                        || secret.code(TotpSecret.step(now) + 1).equals(code))
                .isTrue();
        assertThat(secret.stepOf("", now)).isEmpty();
    }
}
