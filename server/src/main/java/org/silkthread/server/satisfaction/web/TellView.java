package org.silkthread.server.satisfaction.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.silkthread.server.satisfaction.CollectionPoint;
import org.silkthread.server.satisfaction.FormQuestion;
import org.silkthread.server.satisfaction.Grade;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;

/**
 * The form as it is filled in.
 *
 * @param once another one for each page, so that what is sent twice counts once
 */
public record TellView(
        CollectionPoint point, String action, String once, Map<String, String> fields, List<FormProblem> problems) {

    public TellView {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    TellView with(FormProblem problem) {
        return new TellView(point, action, once, fields, List.of(problem));
    }

    /** What was typed or chosen, without spaces around it; blank for nothing. */
    public String typed(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    public List<Choice> grades() {
        return Arrays.stream(Grade.values())
                .map(grade -> Choice.of(grade.code(), grade.words())
                        .chosenIf(grade.code().equals(typed("grade"))))
                .toList();
    }

    public List<Choice> replies(FormQuestion question) {
        return Arrays.stream(FormQuestion.Reply.values())
                .map(reply -> Choice.of(reply.name(), reply.words())
                        .chosenIf(reply.name().equals(typed(question.code()))))
                .toList();
    }
}
