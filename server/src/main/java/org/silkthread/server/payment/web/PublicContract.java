package org.silkthread.server.payment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.CquinScheme;
import org.silkthread.server.payment.CquinStatements;
import org.silkthread.server.payment.PublicPricing;
import org.silkthread.server.payment.Settled;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;

/**
 * A contract as everyone may see it.
 *
 * @param commissionerName the name of the organisation that pays
 * @param scheme the rules of the year
 * @param settled the latest statement that both sides have agreed, and what everyone may see of its amounts
 */
public record PublicContract(
        Contract contract, String commissionerName, Optional<CquinScheme> scheme, Optional<Settled> settled) {

    /** The contract as the agreed statement priced it, or else as it stands. */
    public Contract shown() {
        return settled.map(agreed -> agreed.pricing().contract()).orElse(contract);
    }

    /** The goals; with their amounts once a statement is agreed. */
    public Table table() {
        return settled.map(this::amounts).orElseGet(this::goals);
    }

    private Table goals() {
        return new Table(
                "Goals agreed with " + commissionerName,
                List.of(Table.Column.words("Goal"), Table.Column.numbers("Weight"), Table.Column.numbers("Pays")),
                shown().goals().stream()
                        .map(goal -> Table.row(
                                Cell.link(goal.number() + ". " + goal.title(), "/indicators/" + goal.indicator()),
                                Cell.words(goal.weightInWords()),
                                Cell.absent("Not agreed yet")))
                        .toList());
    }

    private Table amounts(Settled agreed) {
        List<List<Cell>> rows = new ArrayList<>(agreed.pricing().lines().stream()
                .map(line -> Table.row(
                        Cell.link(line.goal().number() + ". " + line.goal().title(), figure(line)),
                        Cell.words(line.goal().weightInWords()),
                        Cell.words(line.amount().toString())))
                .toList());
        rows.add(Table.row(
                Cell.words("Sum"),
                Cell.words("100%"),
                Cell.words(agreed.pricing().total().toString())));
        return new Table(
                "What " + commissionerName + " pays for each goal",
                List.of(Table.Column.words("Goal"), Table.Column.numbers("Weight"), Table.Column.numbers("Pays")),
                rows);
    }

    private String figure(PublicPricing.Line line) {
        return "/figures/" + CquinStatements.figure(shown(), line.goal()).code();
    }
}
