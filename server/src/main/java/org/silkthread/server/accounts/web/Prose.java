package org.silkthread.server.accounts.web;

import java.util.Arrays;
import java.util.List;

/** Plain text as paragraphs: an empty line ends one. It is only ever shown as text. */
public record Prose(List<String> paragraphs) {

    static Prose of(String text) {
        return new Prose(Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList());
    }

    static Prose none() {
        return new Prose(List.of());
    }

    public boolean isEmpty() {
        return paragraphs.isEmpty();
    }
}
