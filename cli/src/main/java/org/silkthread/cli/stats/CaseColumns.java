package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.monitoring.MonitoredCase;
import picocli.CommandLine.Option;

/** Which columns hold the outcome of each patient and the risk that was expected. */
final class CaseColumns {

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COL",
            description = "Column of outcomes: 1 for an event, 0 for none.")
    private String outcome = "";

    @Option(
            names = "--risk",
            required = true,
            paramLabel = "COL",
            description = "Column of the risk that a model gave beforehand, from 0 to 1.")
    private String risk = "";

    /** The patients of some rows, in their order. */
    List<MonitoredCase> cases(Table table, List<Row> rows) {
        Column outcomes = table.column(outcome);
        Column risks = table.column(risk);
        List<MonitoredCase> cases = new ArrayList<>(rows.size());
        for (Row row : rows) {
            double happened = row.requiredNumber(outcomes);
            if (happened != 0 && happened != 1) {
                throw row.refused(outcomes, "0 or 1");
            }
            double expected = row.requiredNumber(risks);
            if (!(expected >= 0 && expected <= 1)) {
                throw row.refused(risks, "a risk from 0 to 1");
            }
            cases.add(new MonitoredCase(happened == 1, expected));
        }
        return cases;
    }
}
