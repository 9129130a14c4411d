package org.silkthread.server.choices.web;

import java.util.List;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;

/** The first question: which service, and near what place. */
public record StartView(List<Choice> services, String near, List<FormProblem> problems) {

    /** What is wrong with a field; blank for nothing. */
    public String problemAt(String field) {
        return FormProblem.at(field, problems);
    }
}
