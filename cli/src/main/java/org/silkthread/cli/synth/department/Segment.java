package org.silkthread.cli.synth.department;

import java.util.TreeMap;

/** A segment of a message that is being written: fields by their numbers. */
final class Segment {

    private final String name;
    private final TreeMap<Integer, String> fields = new TreeMap<>();

    Segment(String name) {
        this.name = name;
    }

    Segment with(int field, String text) {
        if (!text.isEmpty()) {
            fields.put(field, text);
        }
        return this;
    }

    /** With the carriage return that ends it. */
    String text() {
        StringBuilder text = new StringBuilder(name);
        for (int field = 1; !fields.isEmpty() && field <= fields.lastKey(); field++) {
            text.append('|').append(fields.getOrDefault(field, ""));
        }
        return text.append('\r').toString();
    }
}
