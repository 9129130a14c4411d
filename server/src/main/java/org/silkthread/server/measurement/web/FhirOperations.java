package org.silkthread.server.measurement.web;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.measure.parameters.ResultParameters;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.measurement.CalculationAccess;
import org.silkthread.server.measurement.CqlEvaluation;
import org.silkthread.server.measurement.PopulationMeasures;
import org.silkthread.server.measurement.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The FHIR operations {@code $cql}, {@code Library/$evaluate} and {@code Measure/$evaluate-measure}. */
@RestController
class FhirOperations {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final String JSON = "application/json";

    private final CqlEvaluation cql;
    private final PopulationMeasures measures;
    private final CalculationAccess access;
    private final AuditTrail audit;
    private final JsonMapper json = JsonMapper.shared();

    FhirOperations(CqlEvaluation cql, PopulationMeasures measures, CalculationAccess access, AuditTrail audit) {
        this.cql = cql;
        this.measures = measures;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/fhir/metadata")
    ResponseEntity<String> metadata() {
        return answer("""
                {"resourceType": "CapabilityStatement", "status": "active", "kind": "instance",
                 "date": "2026-11-21", "fhirVersion": "4.0.1", "format": ["json"],
                 "software": {"name": "Silkthread"},
                 "rest": [{"mode": "server",
                  "security": {"cors": false, "service": [{"coding": [
                    {"system": "http://terminology.hl7.org/CodeSystem/restful-security-service",
                     "code": "SMART-on-FHIR"}], "text": "SMART App Launch 2 scopes"}],
                   "description": "Send a token as Authorization: Bearer. People make tokens on the page /me/tokens. Which\
                 operation needs which scope is in the reference of the API."},
                  "resource": [
                   {"type": "Encounter", "interaction": [{"code": "create"}]},
                   {"type": "Observation", "interaction": [{"code": "create"}]},
                   {"type": "ServiceRequest", "interaction": [{"code": "create"}]},
                   {"type": "DiagnosticReport", "interaction": [{"code": "create"}]},
                   {"type": "Procedure", "interaction": [{"code": "create"}]},
                   {"type": "Measure", "operation": [{"name": "evaluate-measure",
                    "definition": "http://hl7.org/fhir/OperationDefinition/Measure-evaluate-measure"},
                    {"name": "care-gaps",
                    "definition": "http://hl7.org/fhir/us/davinci-deqm/OperationDefinition/care-gaps"}]},
                   {"type": "Library", "operation": [{"name": "evaluate",
                    "definition": "http://hl7.org/fhir/uv/cql/OperationDefinition/cql-library-evaluate"}]}],
                  "interaction": [{"code": "transaction"}, {"code": "batch"}],
                  "operation": [{"name": "cql",
                   "definition": "http://hl7.org/fhir/uv/cql/OperationDefinition/cql-cql"}]}]}""");
    }

    @PostMapping(
            path = "/fhir/$cql",
            consumes = {FHIR_JSON, JSON})
    ResponseEntity<String> cql(@RequestBody String body) {
        JsonNode parameters = parameters(body);
        String expression = required(parameters, "expression");
        return answer(cql.expression(expression, resource(parameters, "data")).toString());
    }

    @PostMapping(
            path = "/fhir/Library/$evaluate",
            consumes = {FHIR_JSON, JSON})
    ResponseEntity<String> library(@RequestBody String body) {
        JsonNode parameters = parameters(body);
        return answer(
                cql.library(required(parameters, "url"), values(parameters, "expression"), resource(parameters, "data"))
                        .toString());
    }

    @GetMapping("/fhir/Measure/$evaluate-measure")
    ResponseEntity<String> evaluate(
            @RequestParam String measure,
            @RequestParam String periodStart,
            @RequestParam String periodEnd,
            @RequestParam(defaultValue = "population") String reportType)
            throws InterruptedException {
        if (!reportType.equals("population") && !reportType.equals("summary")) {
            throw new Refused("Only reports of the population are given here: patients are not named.");
        }
        MeasurementPeriod period = period(periodStart, periodEnd);
        audit.record(new AuditEvent(
                access.require().actor(),
                "measurement.evaluated",
                "measure/" + measure,
                periodStart + '/' + periodEnd));
        return answer(measures.summary(measure, period, access.reader()).content());
    }

    @PostMapping(
            path = "/fhir/Measure/$evaluate-measure",
            consumes = {FHIR_JSON, JSON})
    ResponseEntity<String> evaluate(@RequestBody String body) throws InterruptedException {
        JsonNode parameters = parameters(body);
        List<String> type = values(parameters, "reportType");
        return evaluate(
                required(parameters, "measure"),
                required(parameters, "periodStart"),
                required(parameters, "periodEnd"),
                type.isEmpty() ? "population" : type.getFirst());
    }

    static MeasurementPeriod period(String start, String end) {
        try {
            return MeasurementPeriod.parse(start + '/' + end);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Refused("periodStart and periodEnd must be dates, such as 2026-01-01, in this order.");
        }
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(Refused refused) {
        return refused(refused);
    }

    /** What the server will not do, as FHIR says such things. */
    static ResponseEntity<String> refused(Refused refused) {
        String outcome = ResultParameters.outcome("invalid", String.valueOf(refused.getMessage()))
                .toString();
        return ResponseEntity.badRequest().header("Content-Type", FHIR_JSON).body(outcome);
    }

    private static ResponseEntity<String> answer(String resource) {
        return ResponseEntity.ok().header("Content-Type", FHIR_JSON).body(resource);
    }

    private JsonNode parameters(String body) {
        JsonNode node;
        try {
            node = json.readTree(body);
        } catch (JacksonException e) {
            throw new Refused("The body is not JSON: " + e.getOriginalMessage());
        }
        if (!node.path("resourceType").asString("").equals("Parameters")) {
            throw new Refused("The body must be a Parameters resource.");
        }
        return node.path("parameter");
    }

    private static String required(JsonNode parameters, String name) {
        List<String> values = values(parameters, name);
        if (values.isEmpty()) {
            throw new Refused("The parameter " + name + " is missing.");
        }
        return values.getFirst();
    }

    /** The values of a parameter, whatever their types are. */
    private static List<String> values(JsonNode parameters, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asString("").equals(name)) {
                for (var property : parameter.properties()) {
                    if (property.getKey().startsWith("value")) {
                        values.add(property.getValue().asString(""));
                    }
                }
            }
        }
        return values;
    }

    private static Optional<String> resource(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asString("").equals(name) && parameter.has("resource")) {
                return Optional.of(parameter.path("resource").toString());
            }
        }
        return Optional.empty();
    }
}
