package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.Table;

/**
 * The people in the care of a clinician, and a search.
 *
 * @param people those under the care of one's teams, a table for each team
 * @param form what was looked for
 */
public record CareView(List<Table> people, Search form, List<FormProblem> problems) {

    public CareView {
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    /** What somebody looks for. */
    public record Search(String number, String given, String family, TypedDate birth) {}

    /** Those who were found. */
    public record Hits(List<CandidateView> people) {

        public Hits {
            people = List.copyOf(people);
        }
    }
}
