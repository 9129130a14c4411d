package org.silkthread.server.feeds;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** In what form messages are written, and how a person who mends one sees it. */
public enum MessageFormat {
    /** Segments that end in CR. */
    HL7_V2("The message, a segment a line") {
        @Override
        public String forPeople(String text) {
            return text.replace('\r', '\n');
        }

        @Override
        public String fromPeople(String text) {
            return text.replace("\r\n", "\r").replace('\n', '\r');
        }
    },

    /** A resource or bundle of FHIR R4 in JSON. */
    FHIR_R4("The resource, as JSON") {
        @Override
        public String forPeople(String text) {
            try {
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
            } catch (JacksonException notJson) {
                return text;
            }
        }
    },

    /** A comma-separated file of events. */
    CSV("The file, with its header");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String label;

    MessageFormat(String label) {
        this.label = label;
    }

    /** What stands above the text where a person mends it. */
    public String label() {
        return label;
    }

    /** A message as a person reads it, in lines. */
    public String forPeople(String text) {
        return text;
    }

    /** What a person wrote, as the system that sends such messages would. */
    public String fromPeople(String text) {
        return text.replace("\r\n", "\n");
    }
}
