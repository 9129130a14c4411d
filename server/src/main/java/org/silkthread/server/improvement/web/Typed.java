package org.silkthread.server.improvement.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.web.component.FormProblem;

/** What a form sent. Reading a field notes what is wrong with it. */
public final class Typed {

    private static final int LONGEST = 2000;

    private final Map<String, String> fields;
    private final List<FormProblem> problems = new ArrayList<>();

    Typed(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** What was typed, without spaces around it; blank for nothing. */
    public String at(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** Words that must be there. */
    String words(String field, String otherwise) {
        String text = at(field);
        if (text.isEmpty()) {
            problems.add(new FormProblem(field, otherwise));
        } else if (text.length() > LONGEST) {
            problems.add(new FormProblem(field, "Write at most 2,000 characters"));
        }
        return text;
    }

    /** A day that must be there. */
    Optional<LocalDate> day(String field, String otherwise) {
        try {
            return Optional.of(LocalDate.parse(at(field)));
        } catch (DateTimeParseException e) {
            problems.add(new FormProblem(field, otherwise));
            return Optional.empty();
        }
    }

    void wrong(String field, String words) {
        problems.add(new FormProblem(field, words));
    }

    List<FormProblem> problems() {
        return List.copyOf(problems);
    }
}
