package org.silkthread.server.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class FhirOperationsTest {

    private static final String PASSWORD = "threads-of-silk-and-wool-27";

    private final Environment environment;
    private final Accounts accounts;

    FhirOperationsTest(Environment environment, Accounts accounts) {
        this.environment = environment;
        this.accounts = accounts;
    }

    @Test
    void a_stranger_may_not_evaluate_anything() {
        assertThat(Browser.of(environment)
                        .postFhir("/fhir/$cql", expression("1 + 1"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void somebody_who_is_no_analyst_may_not_either() {
        assertThat(signedIn(Role.COMMISSIONER)
                        .postFhir("/fhir/$cql", expression("1 + 1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_expression_gives_its_value_under_return() {
        Browser analyst = signedIn(Role.ANALYST);
        assertThat(result(analyst, "1 + 1").at("/parameter/0/valueInteger").asInt())
                .isEqualTo(2);
        assertThat(result(analyst, "{1, 2}").path("parameter").size()).isEqualTo(2);
        assertThat(result(analyst, "null")
                        .at("/parameter/0/_valueBoolean/extension/0/valueCode")
                        .asString())
                .isEqualTo("unknown");
    }

    @Test
    void an_expression_that_fails_is_an_evaluation_error_and_one_that_is_no_cql_is_refused() {
        Browser analyst = signedIn(Role.ANALYST);
        assertThat(result(analyst, "singleton from {1, 2}")
                        .at("/parameter/0/name")
                        .asString())
                .isEqualTo("evaluation error");
        HttpResponse<String> refused = analyst.postFhir("/fhir/$cql", expression("1 + 'a' 3"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonMapper.shared()
                        .readTree(refused.body())
                        .path("resourceType")
                        .asString())
                .isEqualTo("OperationOutcome");
    }

    @Test
    void an_expression_may_read_the_patient_that_comes_with_it() {
        String body = """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "expression", "valueString": "Count([Encounter])"},
                 {"name": "data", "resource": {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "id": "p"}},
                  {"resource": {"resourceType": "Encounter", "id": "e", "status": "finished", "class": {"code": "AMB"},
                   "subject": {"reference": "Patient/p"}}}]}}]}""";
        HttpResponse<String> answer = signedIn(Role.ANALYST).postFhir("/fhir/$cql", body);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .at("/parameter/0/valueInteger")
                        .asInt())
                .as(answer.body())
                .isEqualTo(1);
    }

    @Test
    void a_measure_needs_a_population_and_a_report_names_no_patient() {
        Browser analyst = signedIn(Role.ANALYST);
        String path = "/fhir/Measure/$evaluate-measure?measure=any&periodStart=2026-01-01&periodEnd=2026-12-31";
        assertThat(analyst.get(path).body()).contains("This server has no population to measure.");
        assertThat(analyst.get(path + "&reportType=subject-list").body()).contains("patients are not named");
    }

    private static JsonNode result(Browser browser, String cql) {
        HttpResponse<String> answer = browser.postFhir("/fhir/$cql", expression(cql));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String expression(String cql) {
        return """
                {"resourceType": "Parameters", "parameter": [{"name": "expression", "valueString": "%s"}]}""".formatted(cql);
    }

    private Browser signedIn(Role role) {
        String username = "measurement-" + UUID.randomUUID();
        accounts.create(
                username,
                "Test Person",
                PASSWORD,
                Set.of(new Post(role, "ENG")),
                new Actor.SystemJob("measurement test"));
        return Browser.of(environment).signIn(username, PASSWORD);
    }
}
