package org.silkthread.server.persons;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.silkthread.server.persons.fhir.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A copy of a record as one FHIR R4 Bundle: the person, then every entry as it was received. */
public final class RecordBundle {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private RecordBundle() {}

    /** The Bundle as JSON, indented for people who look at it. */
    public static String of(Person person, List<RecordItem> items, Instant at) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "collection");
        bundle.put("timestamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
        ArrayNode entries = bundle.putArray("entry");
        add(entries, "urn:uuid:" + person.id(), patient(person));
        items.forEach(item -> add(entries, "urn:uuid:" + item.id(), item.resource()));
        return JSON.writeValueAsString(bundle);
    }

    private static void add(ArrayNode entries, String fullUrl, JsonNode resource) {
        ObjectNode entry = entries.addObject();
        entry.put("fullUrl", fullUrl);
        entry.set("resource", resource);
    }

    private static ObjectNode patient(Person person) {
        PersonDetails details = person.details();
        ObjectNode patient = JsonNodeFactory.instance.objectNode();
        patient.put("resourceType", "Patient");
        patient.put("id", person.id().toString());
        details.nhsNumber()
                .ifPresent(number -> patient.putArray("identifier")
                        .addObject()
                        .put("system", Resource.NHS_NUMBERS)
                        .put("value", number.digits()));
        ObjectNode name = patient.putArray("name").addObject();
        name.put("family", details.familyName());
        name.putArray("given").add(details.givenName());
        patient.put("gender", details.sex().code());
        patient.put("birthDate", details.birthDate().toString());
        address(details, patient);
        details.contact()
                .ifPresent(contact -> patient.putArray("telecom").addObject().put("value", contact));
        details.practice()
                .ifPresent(practice -> patient.putArray("generalPractitioner")
                        .addObject()
                        .putObject("identifier")
                        .put("system", Resource.ORGANISATIONS)
                        .put("value", practice));
        return patient;
    }

    private static void address(PersonDetails details, ObjectNode patient) {
        if (details.addressLine().isPresent() || details.postcode().isPresent()) {
            ObjectNode address = patient.putArray("address").addObject();
            details.addressLine().ifPresent(line -> address.putArray("line").add(line));
            details.postcode().ifPresent(postcode -> address.put("postalCode", postcode));
        }
    }
}
