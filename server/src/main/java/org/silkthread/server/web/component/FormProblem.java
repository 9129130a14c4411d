package org.silkthread.server.web.component;

import java.util.List;

/**
 * Something wrong with what was typed into a form, shown both at the top of the page and beside its field.
 *
 * @param field the id of the field, or blank when the whole form is meant
 * @param message what is wrong and how to put it right, such as 'Enter a year between 2009 and 2030'
 */
public record FormProblem(String field, String message) {

    public FormProblem {
        if (message.isBlank()) {
            throw new IllegalArgumentException("A form problem needs words");
        }
    }

    /** The message for one field, or blank when nothing is wrong with it. */
    public static String at(String field, List<FormProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FormProblem::message)
                .findFirst()
                .orElse("");
    }
}
