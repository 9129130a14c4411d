package org.silkthread.server.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks 22 and 39 in part: what reaches the log is one line, without the numbers and words of persons. */
class GuardedEncoderTest {

    private final Logger logger = new LoggerContext().getLogger("org.example.Job");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            asked for 9434765919              | asked for [NHS number]
            943 476 5919, 943-476-5919        | [NHS number], [NHS number]
            /patients/9434765919/record       | /patients/[NHS number]/record
            wrong check digit 9434765918      | wrong check digit 9434765918
            longer 94347659190                | longer 94347659190
            sent Bearer abc.def-ghi_1         | sent Bearer [secret]
            GET /x?token=abcdef&page=2        | GET /x?token=[secret]&page=2
            password=hunter2 given            | password=[secret] given
            """)
    void check_39_nhs_numbers_and_tokens_are_masked(String message, String expected) {
        assertThat(line(message, null)).endsWith(": " + expected + "\n");
    }

    @Test
    void check_39_a_json_web_token_is_masked_wherever_it_stands() {
        String token = "eyJhbGciOiJFUzI1NiJ9." + "eyJzdWIiOiIxIn0." + "c2lnbmF0dXJl";
        assertThat(line("cookie " + token + " seen", null))
                .contains("cookie [token] seen")
                .doesNotContain("c2ln");
    }

    @Test
    void check_22_nobody_starts_a_line_of_their_own_or_steers_the_terminal() {
        String line = line("name is x\r\n2026-01-01T00:00:00Z INFO [main] forged\u001b[31m\u2028\u202e", null);
        assertThat(line).containsOnlyOnce("\n").endsWith("\n");
        assertThat(line).contains("x\\u000d\\u000a2026").doesNotContain("\u001b", "\r", "\u2028", "\u202e");
    }

    @Test
    void check_39_an_exceptions_words_are_left_out_also_where_a_message_repeats_them() {
        Exception cause = new IllegalArgumentException("no such patient Planted Marker");
        Exception failure = new IllegalStateException("failed: no such patient Planted Marker", cause);
        String lines = line("Servlet threw [failed: no such patient Planted Marker] with root cause", failure);
        assertThat(lines)
                .contains(
                        "Servlet threw [[left out]] with root cause",
                        "java.lang.IllegalStateException\n",
                        "caused by java.lang.IllegalArgumentException\n",
                        "GuardedEncoderTest")
                .doesNotContain("Planted", "Marker");
    }

    @Test
    void of_a_failed_statement_the_state_is_told() {
        assertThat(line("failed", new SQLException("duplicate key (name)=(Planted Marker)", "23505")))
                .contains("java.sql.SQLException (SQL state 23505)")
                .doesNotContain("Planted");
    }

    private String line(String message, @Nullable Throwable thrown) {
        LoggingEvent event = new LoggingEvent("fqcn", logger, Level.WARN, message, thrown, new Object[0]);
        return new String(new GuardedEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
