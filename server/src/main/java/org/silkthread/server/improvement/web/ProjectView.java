package org.silkthread.server.improvement.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.improvement.Charts;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/**
 * A project as a page shows it.
 *
 * @param home the address of its page
 * @param chartCsv the address of its chart as a file
 * @param log everything that was written down; empty on the page for everybody
 */
public record ProjectView(
        String title,
        String home,
        List<SummaryRow> facts,
        Optional<Charts.Measured> charts,
        String chartCsv,
        List<CycleView> cycles,
        Optional<Table> log) {

    public ProjectView {
        facts = List.copyOf(facts);
        cycles = List.copyOf(cycles);
    }

    /**
     * A change and how far it got.
     *
     * @param next the step that comes next: 'do', 'study' or 'act'; empty when it is decided
     */
    public record CycleView(int number, String change, String state, List<SummaryRow> facts, String next) {

        public CycleView {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What the reader may do with a project, and what they typed last.
     *
     * @param writes whether they may write in it
     * @param shares whether they may share it
     * @param failed which form the problems belong to, such as 'plan' or 'study-2'
     */
    public record Desk(
            boolean writes, boolean shares, boolean shared, String failed, Typed typed, List<FormProblem> problems) {

        public Desk {
            problems = List.copyOf(problems);
        }
    }

    /** All projects of the reader's organisations. */
    public record Home(Table projects, boolean writes) {}

    /** A form that describes a project. */
    public record Form(
            String action,
            String heading,
            List<Choice> organisations,
            List<Choice> indicators,
            Typed typed,
            List<FormProblem> problems) {

        public Form {
            organisations = List.copyOf(organisations);
            indicators = List.copyOf(indicators);
            problems = List.copyOf(problems);
        }
    }

    /** The library of what is shared. */
    public record Library(List<Choice> indicators, String search, Table projects, String found) {

        public Library {
            indicators = List.copyOf(indicators);
        }
    }
}
