package org.silkthread.measure.report;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Codes, texts and extensions of FHIR JSON, empty where they are absent. */
final class Extensions {

    private Extensions() {}

    /** The first extension of an address. */
    static Optional<JsonNode> find(JsonNode element, String url) {
        for (JsonNode extension : element.path("extension")) {
            if (extension.path("url").asString("").equals(url)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    /** The value of an extension, whatever its type; empty when there is none. */
    static String code(JsonNode element, String url) {
        return find(element, url).map(Extensions::value).orElse("");
    }

    /** The value of an extension: a code, a string, or the first code or text of a concept. */
    static String value(JsonNode extension) {
        for (var property : extension.properties()) {
            if (property.getKey().startsWith("value")) {
                JsonNode value = property.getValue();
                if (!value.isObject()) {
                    return value.asString("").strip();
                }
                String code = value.has("code") ? value.path("code").asString("") : code(value);
                return code.isEmpty() ? text(value) : code;
            }
        }
        return "";
    }

    /** The first code of a CodeableConcept. */
    static String code(JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            String code = coding.path("code").asString("");
            if (!code.isEmpty()) {
                return code;
            }
        }
        return "";
    }

    /** The text of a CodeableConcept, else its first display, else its first code. */
    static String text(JsonNode concept) {
        String text = concept.path("text").asString("");
        for (JsonNode coding : concept.path("coding")) {
            if (text.isEmpty()) {
                text = coding.path("display").asString("");
            }
        }
        return text.isEmpty() ? code(concept) : text.strip();
    }
}
