package org.silkthread.server.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;
import org.silkthread.server.Browser;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The FHIR operations of a server that has measures and a population. */
class FhirMeasuresTest extends MeasuredServer {

    private static final String PASSWORD = "threads-of-silk-and-wool-27";
    private static final String MEASURE = "SilkthreadHypertensionControl";

    private final Environment environment;
    private final Accounts accounts;
    private final AuditTrail audit;

    FhirMeasuresTest(Environment environment, Accounts accounts, AuditTrail audit) {
        this.environment = environment;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Test
    void a_measure_gives_its_summary_by_get_and_by_post() {
        Browser analyst = signedIn(ORGANISATION);
        JsonNode got = resource(analyst.get(
                "/fhir/Measure/$evaluate-measure?measure=" + MEASURE + "&periodStart=2025-04-01&periodEnd=2026-03-31"));
        assertThat(got.path("resourceType").asString()).isEqualTo("MeasureReport");
        assertThat(got.path("type").asString()).isEqualTo("summary");
        assertThat(got.at("/group/0/population/0/count").asLong()).isPositive();
        assertThat(got.at("/group/0/measureScore/value").asDouble()).isBetween(0.0, 1.0);

        JsonNode posted = resource(analyst.postFhir("/fhir/Measure/$evaluate-measure", """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "measure", "valueString": "%s"}, {"name": "reportType", "valueCode": "summary"},
                 {"name": "periodStart", "valueDate": "2025-04-01"}, {"name": "periodEnd", "valueDate": "2026-03-31"}]}""".formatted(MEASURE)));
        assertThat(posted.path("group")).isEqualTo(got.path("group"));
    }

    @Test
    void a_measure_names_no_patient() {
        Browser analyst = signedIn(ORGANISATION);
        for (String type : new String[] {"subject", "individual", "subject-list"}) {
            HttpResponse<String> refused = analyst.get("/fhir/Measure/$evaluate-measure?measure=" + MEASURE
                    + "&periodStart=2025-04-01&periodEnd=2026-03-31&reportType=" + type);
            assertThat(refused.statusCode()).as(type).isEqualTo(400);
            assertThat(refused.body()).contains("patients are not named");
        }
    }

    @Test
    void a_measure_or_a_period_that_is_not_right_is_refused_in_words() {
        Browser analyst = signedIn(ORGANISATION);
        assertThat(analyst.get(
                                "/fhir/Measure/$evaluate-measure?measure=None&periodStart=2025-04-01&periodEnd=2026-03-31")
                        .body())
                .contains("The server has no measure None that can be evaluated.");
        assertThat(analyst.get("/fhir/Measure/$evaluate-measure?measure=" + MEASURE
                                + "&periodStart=2026-03-31&periodEnd=2025-04-01")
                        .body())
                .contains("must be dates");
    }

    @Test
    void counts_of_an_organisation_are_not_for_analysts_of_another() {
        HttpResponse<String> refused = signedIn("ELSEWHERE")
                .get("/fhir/Measure/$evaluate-measure?measure=" + MEASURE
                        + "&periodStart=2025-04-01&periodEnd=2026-03-31");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void a_library_is_evaluated_over_the_patient_that_comes_with_it() {
        JsonNode answer = resource(signedIn(ORGANISATION).postFhir("/fhir/Library/$evaluate", """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "url", "valueUri": "https://silkthread.example/fhir/Library/SilkthreadCommon"},
                 {"name": "expression", "valueString": "Sex"}, {"name": "expression", "valueString": "Birth Date"},
                 {"name": "data", "resource": {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1950-02-01"}}]}}]}"""));
        assertThat(answer.path("parameter").size()).isEqualTo(2);
        assertThat(answer.toString()).contains("\"valueString\":\"female\"", "\"valueDate\":\"1950-02-01\"");
    }

    @Test
    void a_library_that_is_not_there_or_lacks_the_definition_is_refused() {
        Browser analyst = signedIn(ORGANISATION);
        assertThat(analyst.postFhir(
                                "/fhir/Library/$evaluate",
                                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"url\", \"valueUri\":"
                                        + " \"https://silkthread.example/fhir/Library/None\"}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(analyst.postFhir("/fhir/Library/$evaluate", "[]").body()).contains("must be a Parameters resource");
    }

    @Test
    void where_cql_is_open_a_stranger_may_evaluate_expressions_and_nothing_else() {
        Browser stranger = Browser.of(environment);
        JsonNode answer = resource(stranger.postFhir(
                "/fhir/$cql",
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"expression\", \"valueString\": \"2 +"
                        + " 3\"}]}"));
        assertThat(answer.at("/parameter/0/valueInteger").asInt()).isEqualTo(5);
        assertThat(stranger.get("/fhir/metadata").statusCode()).isEqualTo(200);
        assertThat(stranger.postFhir("/fhir/Library/$evaluate", "{}").statusCode())
                .isEqualTo(401);
        assertThat(stranger.get("/fhir/Measure/$evaluate-measure").statusCode()).isEqualTo(401);
    }

    @Test
    void the_gaps_of_a_patient_are_a_document_for_clinicians_of_the_organisation_and_are_recorded_under_the_patient() {
        Browser clinician = signedIn(Role.CLINICIAN, ORGANISATION);
        String patient = adult();
        String query = "/fhir/Measure/$care-gaps?periodStart=2025-04-01&periodEnd=2026-03-31"
                + "&status=open-gap,closed-gap&subject=Patient/" + patient;
        JsonNode bundle = resource(clinician.get(query)).at("/parameter/0/resource");
        assertThat(bundle.path("type").asString()).isEqualTo("document");
        JsonNode composition = bundle.at("/entry/0/resource");
        assertThat(composition.path("resourceType").asString()).isEqualTo("Composition");
        assertThat(composition.path("section").size()).isPositive();
        Map<String, JsonNode> entries = new HashMap<>();
        bundle.path("entry").forEach(entry -> entries.put(entry.path("fullUrl").asString(), entry.path("resource")));
        for (JsonNode section : composition.path("section")) {
            JsonNode report = entry(entries, section.at("/focus/reference"));
            JsonNode issue = entry(entries, section.at("/entry/0/reference"));
            assertThat(report.path("type").asString()).isEqualTo("individual");
            assertThat(report.at("/subject/reference").asString()).isEqualTo("Patient/" + patient);
            assertThat(issue.path("resourceType").asString()).isEqualTo("DetectedIssue");
            assertThat(issue.at("/modifierExtension/0/valueCodeableConcept/coding/0/code"))
                    .isEqualTo(report.at("/group/0/extension")
                            .valueStream()
                            .filter(extension ->
                                    extension.path("url").asString().endsWith("gapStatus"))
                            .findFirst()
                            .orElseThrow()
                            .at("/valueCodeableConcept/coding/0/code"));
        }
        assertThat(audit.of("patient/" + patient))
                .extracting(entry -> entry.event().action())
                .contains("measurement.care-gaps");

        assertThat(signedIn(ORGANISATION).get(query).statusCode()).isEqualTo(403);
        assertThat(signedIn(Role.CLINICIAN, "ELSEWHERE").get(query).statusCode())
                .isEqualTo(403);
        assertThat(clinician.get(query.replace(patient, "nobody")).body()).contains("no patient nobody");
        assertThat(clinician.get(query.replace("Patient/", "Group/")).statusCode())
                .isEqualTo(400);
    }

    /** Somebody whom at least the question for smoking concerns. */
    private static String adult() {
        FhirModel model = FhirModel.r4();
        try (PopulationStore store = PopulationStore.open(POPULATION, model)) {
            Iterator<PatientRecord> patients = store.patients(Projection.everything());
            Iterable<PatientRecord> all = () -> patients;
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(patient ->
                            patient.resources(model.required("Condition")).size() > 1)
                    .map(PatientRecord::id)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode entry(Map<String, JsonNode> entries, JsonNode reference) {
        return Optional.ofNullable(entries.get(reference.asString())).orElseThrow();
    }

    private static JsonNode resource(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private Browser signedIn(String organisation) {
        return signedIn(Role.ANALYST, organisation);
    }

    private Browser signedIn(Role role, String organisation) {
        String username = "measures-" + UUID.randomUUID();
        accounts.create(
                username,
                "Test Person",
                PASSWORD,
                Set.of(new Post(role, organisation)),
                new Actor.SystemJob("FHIR test"));
        return Browser.of(environment).signIn(username, PASSWORD);
    }
}
