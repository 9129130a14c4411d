package org.silkthread.server.measurement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.silkthread.measure.report.GapStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of a patient's gaps: a Composition with a section for each measure, whose MeasureReport and DetectedIssues
 * follow as entries. Da Vinci DEQM, profiles gaps-bundle, gaps-composition and gaps-detectedissue.
 */
final class GapDocument {

    private static final String DEQM = "http://hl7.org/fhir/us/davinci-deqm/";
    private static final String PROFILES = DEQM + "StructureDefinition/";
    private static final String ACT_CODES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final String subject;
    private final Instant at;
    private final ObjectNode bundle = object();
    private final ArrayNode entries;
    private final ObjectNode composition;
    private final ArrayNode sections;

    /** @param organisation the code of the organisation that the patient is a patient of */
    GapDocument(String patient, String organisation, Instant at) {
        this.subject = "Patient/" + patient;
        this.at = at;
        profile(bundle, "Bundle", "gaps-bundle-deqm");
        bundle.putObject("identifier").put("system", "urn:ietf:rfc:3986").put("value", urn());
        bundle.put("type", "document").put("timestamp", at.toString());
        entries = bundle.putArray("entry");
        composition = object();
        profile(composition, "Composition", "gaps-composition-deqm");
        composition.put("status", "final");
        coding(composition.putObject("type"), "http://loinc.org", "96315-7");
        reference(composition.putObject("subject"), subject);
        composition.put("date", at.toString());
        composition.put("title", "Care gap report");
        entry(composition);
        ObjectNode author = object().put("resourceType", "Organization");
        author.putArray("identifier")
                .addObject()
                .put("system", "https://fhir.nhs.uk/Id/ods-organization-code")
                .put("value", organisation);
        author.put("active", true).put("name", organisation);
        reference(composition.putArray("author").addObject(), entry(author));
        sections = composition.putArray("section");
    }

    /**
     * Adds what a measure says of the patient.
     *
     * @param report the individual MeasureReport
     * @param gaps the state of each group that has one
     */
    void add(String title, JsonNode report, List<GapStatus> gaps) {
        String reported = entry(report);
        ObjectNode section = sections.addObject().put("title", title);
        reference(section.putObject("focus"), reported);
        ArrayNode issues = section.putArray("entry");
        for (GapStatus gap : gaps) {
            reference(issues.addObject(), entry(issue(gap, reported)));
        }
    }

    private ObjectNode issue(GapStatus gap, String report) {
        ObjectNode issue = object();
        profile(issue, "DetectedIssue", "gaps-detectedissue-deqm");
        ObjectNode status = issue.putArray("modifierExtension").addObject();
        status.put("url", PROFILES + "extension-gapStatus");
        coding(status.putObject("valueCodeableConcept"), DEQM + "CodeSystem/gaps-status", gap.code());
        issue.put("status", "final");
        coding(issue.putObject("code"), ACT_CODES, "CAREGAP");
        reference(issue.putObject("patient"), subject);
        issue.put("identifiedDateTime", at.toString());
        reference(issue.putArray("evidence").addObject().putArray("detail").addObject(), report);
        return issue;
    }

    /** The answer of the operation: no document when no measure has a gap that was asked for. */
    String parameters() {
        ObjectNode parameters = object().put("resourceType", "Parameters");
        if (sections.isEmpty()) {
            return parameters.toString();
        }
        parameters.putArray("parameter").addObject().put("name", "return").set("resource", bundle);
        return parameters.toString();
    }

    /** Adds a resource and gives the address by which others refer to it. */
    private String entry(JsonNode resource) {
        String address = urn();
        entries.addObject().put("fullUrl", address).set("resource", resource);
        return address;
    }

    private static void profile(ObjectNode resource, String type, String profile) {
        resource.put("resourceType", type);
        resource.putObject("meta").putArray("profile").add(PROFILES + profile);
    }

    private static void coding(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static void reference(ObjectNode holder, String target) {
        holder.put("reference", target);
    }

    private static String urn() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
