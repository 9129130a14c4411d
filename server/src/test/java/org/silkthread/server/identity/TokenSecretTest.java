package org.silkthread.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

    @Test
    void a_secret_has_a_form_that_scanners_for_secrets_find() {
        assertThat(TokenSecret.random().reveal()).matches("silk_[0-9A-Za-z]{49}");
    }

    @Test
    void no_two_are_alike_and_each_is_read_again_with_the_same_digest() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            TokenSecret secret = TokenSecret.random();
            assertThat(seen.add(secret.reveal())).isTrue();
            assertThat(TokenSecret.parse(secret.reveal()))
                    .hasValueSatisfying(read -> assertThat(read.digest()).isEqualTo(secret.digest()));
        }
    }

    @Test
    void one_wrong_character_anywhere_is_seen_by_the_checksum() {
        String secret = TokenSecret.random().reveal();
        for (int i = 0; i < secret.length(); i++) {
            char other = secret.charAt(i) == 'x' ? 'y' : 'x';
            String wrong = secret.substring(0, i) + other + secret.substring(i + 1);
            assertThat(TokenSecret.parse(wrong)).as(wrong).isEmpty();
        }
        assertThat(TokenSecret.parse("")).isEmpty();
        assertThat(TokenSecret.parse(secret + "0")).isEmpty();
    }

    @Test
    void a_secret_in_a_log_by_mistake_shows_nothing() {
        TokenSecret secret = TokenSecret.random();
        assertThat(secret.toString()).doesNotContain(secret.reveal().substring(5, 15));
    }
}
