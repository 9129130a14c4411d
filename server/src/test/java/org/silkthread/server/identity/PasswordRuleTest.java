package org.silkthread.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eleven char",
                "aaaaaaaaaaaaaaaa",
                "ababababababab",
                "123456789012",
                "Password1234!",
                "P4$$w0rd2026!!",
                "qwertyuiop1234",
                "ada.lovelace2026",
                "AdaLovelace!!12",
                "Welcome2Nhs2026",
                "letmeinletmein"
            })
    void what_would_be_guessed_soon_is_refused_with_a_reason(String password) {
        assertThat(PasswordRule.fault("ada.lovelace", password)).isPresent();
        assertThat(PasswordRule.fault("adalovelace", password)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "only small letters",
                "ÄÖÜ ßéñ 漢字 пароль",
                "xK9#mQ2vT7pL",
                "4f9a1c77be02d3",
                "a password of more than a hundred characters is as good as a shorter one and nobody may cut it off anywhere",
            })
    void any_other_is_accepted_whatever_kinds_of_characters_it_has(String password) {
        assertThat(PasswordRule.fault("ada.lovelace", password)).isEmpty();
    }
}
