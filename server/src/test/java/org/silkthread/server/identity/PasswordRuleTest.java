package org.silkthread.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fourteen chars",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "123456789012345",
                "Password12345678!",
                "P4$$w0rd2026!!!!",
                "qwertyuiop123456",
                "ada.lovelace2026",
                "AdaLovelace!!123",
                "letmeinletmeinletmein"
            })
    void what_would_be_guessed_soon_is_refused_with_a_reason(String password) {
        assertThat(PasswordRule.fault("ada.lovelace", password)).isPresent();
        assertThat(PasswordRule.fault("adalovelace", password)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cobalt orchard wrangle",
                "nothing but small letters",
                "ÄÖÜ ßéñ 漢字 пароль",
                "xK9#mQ2vT7pLw4R",
                "4f9a1c77be02d3e8",
                "a password of more than a hundred characters is as good as a shorter one and nobody may cut it off anywhere",
            })
    void any_other_is_accepted_whatever_kinds_of_characters_it_has(String password) {
        assertThat(PasswordRule.fault("ada.lovelace", password)).isEmpty();
    }
}
