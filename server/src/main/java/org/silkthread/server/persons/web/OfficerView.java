package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;

/** The privacy officer's queue. */
public record OfficerView(List<Case> waiting, List<Case> reviewed) {

    public OfficerView {
        waiting = List.copyOf(waiting);
        reviewed = List.copyOf(reviewed);
    }

    /**
     * One emergency access.
     *
     * @param isOwn whether the reader made it, and so cannot review it
     */
    public record Case(String id, String title, List<SummaryRow> rows, boolean isOwn) {

        public Case {
            rows = List.copyOf(rows);
        }
    }

    /** The form for a review. */
    public record Reviewing(Case about, List<Choice> outcomes, String words, List<FormProblem> problems) {

        public Reviewing {
            outcomes = List.copyOf(outcomes);
            problems = List.copyOf(problems);
        }
    }
}
