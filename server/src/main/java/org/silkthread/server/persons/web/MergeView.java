package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.web.component.FormProblem;

/**
 * The page for joining a record with another of the same person.
 *
 * @param others records that could be of the same person
 * @param past merges of this record, latest first
 */
public record MergeView(CandidateView person, List<CandidateView> others, List<Past> past, List<FormProblem> problems) {

    public MergeView {
        others = List.copyOf(others);
        past = List.copyOf(past);
        problems = List.copyOf(problems);
    }

    /**
     * A merge.
     *
     * @param holds whether it has not been undone
     */
    public record Past(String id, String words, boolean holds) {}
}
