package org.silkthread.server.payment.web;

import java.util.List;
import org.silkthread.server.payment.Statement;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/** What the template of a statement draws. */
public record StatementTexts(String heading, Table table, List<SummaryRow> facts, List<Choice> goals) {

    /** The parts of a statement's page. */
    public static StatementTexts of(Statement statement) {
        String kind = switch (statement.kind()) {
            case PRICED -> ": ";
            case ADJUSTMENT -> ", an adjustment: ";
        };
        return new StatementTexts(
                "Statement " + statement.number() + kind + statement.total(),
                StatementView.table(statement),
                StatementView.facts(statement),
                statement.lines().stream()
                        .map(line -> Choice.of(
                                Integer.toString(line.goalNumber()), line.goalNumber() + ". " + line.goalTitle()))
                        .toList());
    }
}
