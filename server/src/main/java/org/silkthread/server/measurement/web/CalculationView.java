package org.silkthread.server.measurement.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/** What the pages of calculations show. */
public sealed interface CalculationView {

    /**
     * The analyst's home.
     *
     * @param organisation the name of the organisation whose patients are measured
     * @param canStart whether this server has patients and measures
     * @param missing what is missing when nothing can be started
     * @param table the latest calculations; absent when there are none
     */
    record Home(String organisation, boolean canStart, String missing, Optional<Table> table)
            implements CalculationView {}

    /**
     * The form that asks for a calculation.
     *
     * @param period as it was typed, or what is likely to be wanted
     */
    record Start(String organisation, String period, List<Choice> measures, List<FormProblem> problems)
            implements CalculationView {}

    /**
     * One calculation.
     *
     * @param state the state in a word
     * @param colour of the state's tag
     * @param sentences how far it is, or what came of it
     * @param isOpen whether it can be called off
     * @param address its page
     * @param results what it gave; absent until it is completed
     * @param cautions what must be known of the results
     */
    record One(
            long id,
            String period,
            String state,
            String colour,
            List<String> sentences,
            boolean isOpen,
            String address,
            Optional<Table> results,
            List<String> cautions,
            List<SummaryRow> facts,
            List<String> measures)
            implements CalculationView {}

    /**
     * What everybody may know of a calculation: how it was done, and no count.
     *
     * @param organisationHref the page of the organisation
     */
    record Provenance(long id, String organisation, String organisationHref, List<SummaryRow> facts, Table measures)
            implements CalculationView {}
}
