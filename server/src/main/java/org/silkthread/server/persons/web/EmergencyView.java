package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;

/** The form for opening a record in an emergency. */
public record EmergencyView(
        CandidateView person, long hours, List<Choice> reasons, String why, List<FormProblem> problems) {

    public EmergencyView {
        reasons = List.copyOf(reasons);
        problems = List.copyOf(problems);
    }
}
