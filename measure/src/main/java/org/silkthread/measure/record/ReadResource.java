package org.silkthread.measure.record;

import org.silkthread.measure.model.Structure;

/** What became of a resource that was read. */
public sealed interface ReadResource {

    /** The resource as the engine uses it. */
    record Read(Structure resource) implements ReadResource {}

    /** The document is a Bundle, whose entries are read one by one. */
    enum Bundle implements ReadResource {
        FOUND
    }

    /**
     * It could not be read.
     *
     * @param resource type and id as far as known: {@code Observation/17}; empty when neither is
     * @param path the element at fault, such as {@code Observation.effectiveDateTime}; empty when the JSON is broken
     * @param reason what was expected and what was found, for a person
     * @param line the line in the file, from 1
     * @param column the column in the line, from 1, in bytes
     */
    record Malformed(String resource, String path, String reason, long line, long column) implements ReadResource {}
}
