package org.silkthread.server.feeds.web;

import java.util.List;
import org.silkthread.server.feeds.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How senders of FHIR resources are answered. */
final class FhirAnswers {

    /**
     * What became of one resource.
     *
     * @param severity of FHIR's list
     * @param code of FHIR's list of kinds of issues
     */
    record Outcome(HttpStatus status, String severity, String code, String words) {}

    private static final String FHIR_JSON = "application/fhir+json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FhirAnswers() {}

    static Outcome of(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Taken taken ->
                new Outcome(HttpStatus.CREATED, "information", "informational", "It is on disk and counts.");
            case Receipt.Again again ->
                new Outcome(HttpStatus.OK, "information", "duplicate", "It was kept before and counts once.");
            case Receipt.Refused refused ->
                new Outcome(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "error",
                        "processing",
                        "It is on disk and waits for a person; sending it again changes nothing. " + refused.why());
        };
    }

    /** An answer to a request about one message. */
    static ResponseEntity<String> single(Outcome outcome) {
        return ResponseEntity.status(outcome.status())
                .header("Content-Type", FHIR_JSON)
                .body(resource(outcome).toString());
    }

    /**
     * An answer to a bundle, an outcome for each entry.
     *
     * @param type {@code batch-response} or {@code transaction-response}
     */
    static ResponseEntity<String> bundle(String type, List<Outcome> outcomes) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", type);
        ArrayNode entries = bundle.putArray("entry");
        for (Outcome outcome : outcomes) {
            ObjectNode response = entries.addObject().putObject("response");
            response.put(
                    "status", outcome.status().value() + " " + outcome.status().getReasonPhrase());
            response.set("outcome", resource(outcome));
        }
        return ResponseEntity.ok().header("Content-Type", FHIR_JSON).body(bundle.toString());
    }

    private static ObjectNode resource(Outcome outcome) {
        ObjectNode resource = JSON.createObjectNode().put("resourceType", "OperationOutcome");
        resource.putArray("issue")
                .addObject()
                .put("severity", outcome.severity())
                .put("code", outcome.code())
                .put("diagnostics", outcome.words());
        return resource;
    }
}
