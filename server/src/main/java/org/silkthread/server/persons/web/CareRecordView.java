package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * A record as the team that looks after the person sees it.
 *
 * @param emergency until when it is open in an emergency; blank otherwise
 * @param who details of the person
 */
public record CareRecordView(
        String id, String name, String emergency, List<SummaryRow> who, List<Table> tables, boolean mayExport) {

    public CareRecordView {
        who = List.copyOf(who);
        tables = List.copyOf(tables);
    }

    /** The page that asks whether this is the right person, with those one might take them for. */
    public record Check(CandidateView person, List<CandidateView> others, List<FormProblem> problems) {

        public Check {
            others = List.copyOf(others);
            problems = List.copyOf(problems);
        }
    }
}
