package org.silkthread.measure.report;

import tools.jackson.core.JsonGenerator;

/** Small FHIR shapes, written one after the other. */
final class FhirJson {

    static final String ABSENT_REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private final JsonGenerator out;

    FhirJson(JsonGenerator out) {
        this.out = out;
    }

    /** Writes the property unless the text is empty. */
    void text(String name, String value) {
        if (!value.isEmpty()) {
            out.writeStringProperty(name, value);
        }
    }

    /** A CodeableConcept of one coding. */
    void concept(String name, String system, String code, String display) {
        out.writeObjectPropertyStart(name);
        out.writeArrayPropertyStart("coding");
        coding(system, code, display);
        out.writeEndArray();
        out.writeEndObject();
    }

    void coding(String system, String code, String display) {
        out.writeStartObject();
        text("system", system);
        text("code", code);
        text("display", display);
        out.writeEndObject();
    }

    /** A CodeableConcept of a text. */
    void textConcept(String name, String text) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("text", text);
        out.writeEndObject();
    }

    void reference(String name, String reference) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("reference", reference);
        out.writeEndObject();
    }

    /** Begins an extension; its value and {@link #end} follow. */
    void extension(String url) {
        out.writeStartObject();
        out.writeStringProperty("url", url);
    }

    void end() {
        out.writeEndObject();
    }
}
