package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.Program;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.TokenScope;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class SmartOnFhirTest {

    private static final String EVALUATE =
            "/fhir/Measure/$evaluate-measure?measure=http://example.org/none&periodStart=2025-01-01&periodEnd=2025-12-31";
    private static final String CARE_GAPS =
            "/fhir/Measure/$care-gaps?periodStart=2025-01-01&periodEnd=2025-12-31&subject=Patient/1&status=open-gap";
    private static final String EXPRESSION =
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"expression\",\"valueString\":\"1 + 2\"}]}";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Environment environment;

    SmartOnFhirTest(Accounts accounts, ApiTokens tokens, Environment environment) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.environment = environment;
    }

    @Test
    void everybody_may_read_what_the_server_can_do_and_which_scopes_it_knows() {
        JsonNode metadata = json(Browser.of(environment).get("/fhir/metadata"));
        assertThat(metadata.at("/rest/0/security/service/0/coding/0/code").asString())
                .isEqualTo("SMART-on-FHIR");
        JsonNode smart = json(Browser.of(environment).get("/fhir/.well-known/smart-configuration"));
        assertThat(smart.path("capabilities").toString()).contains("permission-v2");
        assertThat(smart.path("scopes_supported").toString())
                .contains("user/MeasureReport.rs")
                .contains("system/*.rs");
    }

    @Test
    void an_operation_runs_under_the_scopes_that_it_needs_and_under_no_others() {
        for (String enough : List.of("user/Library.rs", "system/*.rs", "system/Library.cruds")) {
            HttpResponse<String> result = program(enough).post("/fhir/$cql", "application/fhir+json", EXPRESSION);
            assertThat(result.statusCode()).as(enough).isEqualTo(200);
            assertThat(result.body()).contains("3");
        }
        for (String tooLittle : List.of(
                "user/Library.r",
                "user/Measure.cruds",
                "patient/*.cruds",
                "system/*.rs?_id=1",
                "figures:read",
                "calculations:run")) {
            Program program = program(tooLittle);
            assertThat(program.post("/fhir/$cql", "application/fhir+json", EXPRESSION)
                            .statusCode())
                    .as(tooLittle)
                    .isEqualTo(403);
            assertThat(program.get(EVALUATE).statusCode()).as(tooLittle).isEqualTo(403);
            assertThat(program.get("/fhir/metadata").statusCode()).as(tooLittle).isEqualTo(200);
        }
    }

    @Test
    void a_scope_does_not_replace_the_role_that_an_operation_needs() {
        Program analyst = program("system/*.cruds");
        assertThat(analyst.get(EVALUATE).statusCode()).isEqualTo(400);
        assertThat(analyst.get(CARE_GAPS).statusCode()).isEqualTo(403);
        assertThat(analyst.get("/fhir/Patient/1").statusCode()).isIn(403, 404);
    }

    private Program program(String scope) {
        String username = "test-" + UUID.randomUUID();
        accounts.create(
                username,
                "Test Analyst",
                "a password of many words",
                Set.of(new Post(Role.ANALYST, "ENG")),
                new Actor.SystemJob("test"));
        return Program.with(
                tokens.make(accounts.find(username).orElseThrow(), "fhir", List.of(TokenScope.parse(scope)), 7)
                        .secret(),
                environment);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }
}
