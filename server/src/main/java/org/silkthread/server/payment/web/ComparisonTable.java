package org.silkthread.server.payment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.silkthread.server.payment.Pricing;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;

/** One contract and cut under the rules of two years. */
final class ComparisonTable {

    private ComparisonTable() {}

    static Table of(Pricing now, Pricing other) {
        String nowYear = now.scheme().year().replace('-', '/');
        String otherYear = other.scheme().year().replace('-', '/');
        List<List<Cell>> rows = new ArrayList<>(IntStream.range(0, now.lines().size())
                .mapToObj(i -> row(now.lines().get(i), other.lines().get(i)))
                .toList());
        rows.add(Table.row(
                Cell.words("Sum"),
                StatementView.money(now.total()),
                StatementView.money(other.total()),
                StatementView.money(other.total().minus(now.total()))));
        return new Table(
                "What the rules of " + nowYear + " and of " + otherYear + " pay",
                List.of(
                        Table.Column.words("Goal"),
                        Table.Column.numbers("Rules of " + nowYear),
                        Table.Column.numbers("Rules of " + otherYear),
                        Table.Column.numbers("Difference")),
                rows);
    }

    private static List<Cell> row(Pricing.Line now, Pricing.Line other) {
        return Table.row(
                Cell.words(now.finding().goal().number() + ". "
                        + now.finding().goal().title()),
                StatementView.money(now.amount()),
                StatementView.money(other.amount()),
                StatementView.money(other.amount().minus(now.amount())));
    }
}
