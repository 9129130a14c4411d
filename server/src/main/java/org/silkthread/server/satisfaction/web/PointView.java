package org.silkthread.server.satisfaction.web;

import java.util.List;
import org.silkthread.server.web.chart.IntervalChart;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * A collection point and what its department's patients said.
 *
 * @param home the address of its page
 * @param looksAfterIt whether the reader may print its sheet, renew its address and close it
 */
public record PointView(
        String name,
        String home,
        List<SummaryRow> facts,
        boolean looksAfterIt,
        IntervalChart chart,
        Table byGrade,
        Table questions) {

    public PointView {
        facts = List.copyOf(facts);
    }

    /**
     * All points of the reader's organisations.
     *
     * @param organisations where the reader may open one; empty for none
     */
    public record Home(Table points, List<Choice> organisations, Draft draft, List<FormProblem> problems) {

        public Home {
            organisations = List.copyOf(organisations);
            problems = List.copyOf(problems);
        }
    }

    /** A point that somebody is about to open. */
    public record Draft(String organisation, String department, String question) {}

    /**
     * A sheet to print.
     *
     * @param screen where the tap screen is
     * @param form where the form is
     */
    public record Sheet(String department, String organisation, String screen, String form, String home) {}
}
