package org.silkthread.server.regulation.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * A verdict as its pages show it.
 *
 * @param meaning what it means for a reader of the figure
 * @param note anything to know first: that it waits, was turned down, or was replaced; blank for nothing
 * @param history every verdict on the figure; empty on the public page when there is only this one
 * @param decision what the reader can decide; empty when nothing
 */
public record VerdictView(
        String title,
        String caption,
        String meaning,
        String note,
        List<String> reason,
        List<SummaryRow> facts,
        String figureHref,
        Optional<Table> history,
        Optional<Decision> decision) {

    /** A second person's decision. */
    public record Decision(String action, String why, List<FormProblem> problems) {}

    /** Recording a verdict. */
    public record Recording(
            String figureTitle,
            String figureHref,
            String figure,
            List<SummaryRow> recomputed,
            String agreement,
            List<Choice> verdicts,
            String reason,
            Optional<Table> history,
            List<FormProblem> problems) {}

    /** The regulator's workplace. */
    public record Workplace(
            String query,
            List<FormProblem> problems,
            Optional<Table> waiting,
            Optional<Table> figures,
            Optional<Table> latest) {}
}
