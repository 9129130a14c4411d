package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;

/**
 * What a person hides, part by part, and the lock.
 *
 * @param mayLock whether the person is old enough
 * @param declaration what is declared with the lock
 */
public record PrivacyView(
        List<Part> parts, boolean locked, boolean mayLock, String declaration, List<FormProblem> problems) {

    public PrivacyView {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /** A part of the record with its entries. */
    public record Part(String code, String title, boolean hidden, List<Entry> entries) {

        public Part {
            entries = List.copyOf(entries);
        }
    }

    /** One entry. */
    public record Entry(String id, String title, String when, boolean hidden) {}
}
