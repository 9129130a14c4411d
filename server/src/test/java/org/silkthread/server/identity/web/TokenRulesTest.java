package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silkthread.server.identity.TokenScope;
import org.springframework.http.HttpMethod;

class TokenRulesTest {

    @Test
    void the_manual_has_every_rule() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "reference", "api.md"));
        assertThat(TokenRules.ALL).allSatisfy(rule -> assertThat(manual).contains(row(rule)));
    }

    @Test
    void an_operation_that_nobody_listed_is_closed_to_tokens() {
        assertThat(needs(HttpMethod.GET, "/fhir/Patient/$everything")).isEmpty();
        assertThat(needs(HttpMethod.POST, "/fhir/Measure/1/$submit-data")).isEmpty();
        assertThat(needs(HttpMethod.PUT, "/fhir")).isEmpty();
        assertThat(needs(HttpMethod.POST, "/api/v1/figures")).isEmpty();
        assertThat(needs(HttpMethod.DELETE, "/api/v1/figures")).isEmpty();
        assertThat(needs(HttpMethod.PATCH, "/fhir/Patient/1")).isEmpty();
    }

    @Test
    void resources_need_the_interaction_that_the_request_is() {
        assertThat(needs(HttpMethod.GET, "/fhir/Patient")).contains("user/Patient.s");
        assertThat(needs(HttpMethod.GET, "/fhir/Patient/1")).contains("user/Patient.r");
        assertThat(needs(HttpMethod.PUT, "/fhir/Patient/1")).contains("user/Patient.u");
        assertThat(needs(HttpMethod.DELETE, "/fhir/Patient/1")).contains("user/Patient.d");
        assertThat(needs(HttpMethod.POST, "/fhir/Patient")).contains("user/Patient.c");
        assertThat(needs(HttpMethod.POST, "/fhir"))
                .hasValueSatisfying(scopes -> assertThat(scopes)
                        .startsWith("user/Encounter.c user/Observation.c")
                        .endsWith("user/Procedure.c"));
        assertThat(needs(HttpMethod.GET, "/fhir/Measure/$care-gaps")).contains("user/Measure.r user/Patient.rs");
    }

    private static Optional<String> needs(HttpMethod method, String path) {
        return TokenRules.needsOf(method, path)
                .map(scopes ->
                        String.join(" ", scopes.stream().map(TokenScope::text).toList()));
    }

    private static String row(TokenRules.Rule rule) {
        List<String> methods = rule.methods().stream()
                .filter(method -> method != HttpMethod.HEAD)
                .map(HttpMethod::name)
                .toList();
        String path = rule.path().getPatternString().replaceAll("\\{(\\w+):[^/]*}", "{$1}");
        return "| " + String.join(", ", methods) + " `" + path + "` | " + rule.example() + " |";
    }
}
