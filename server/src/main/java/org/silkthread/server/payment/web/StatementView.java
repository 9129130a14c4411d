package org.silkthread.server.payment.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.CquinScheme;
import org.silkthread.server.payment.Evidence;
import org.silkthread.server.payment.Fraction;
import org.silkthread.server.payment.Money;
import org.silkthread.server.payment.Statement;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;

/** A statement as its two parties read it. */
final class StatementView {

    private StatementView() {}

    /** What the contract pays in all, statements before this one included. */
    static Money paidInAll(Statement statement) {
        return statement.lines().stream().map(Statement.Line::earned).reduce(Money.NOTHING, Money::plus);
    }

    /** The facts about a statement, one a row. */
    static List<SummaryRow> facts(Statement statement) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                SummaryRow.of("Where it stands", statement.standing()),
                SummaryRow.of("Priced", when(statement.pricedAt()) + " by " + statement.pricedBy()),
                SummaryRow.of(
                        "Rules",
                        statement.scheme().percentage().toPlainString() + "% of the contract, "
                                + basis(statement.scheme().basis()) + " ("
                                + statement.scheme().id() + ", version "
                                + statement.scheme().version() + ")"),
                SummaryRow.of(
                        "Worth if all is achieved", statement.schemeValue().toString())));
        statement
                .agreements()
                .forEach(agreement -> rows.add(SummaryRow.of(
                        "Agreed for the " + agreement.party().word(),
                        agreement.person() + ", " + when(agreement.at()))));
        return List.copyOf(rows);
    }

    /** The facts about a contract and its scheme, one a row. */
    static List<SummaryRow> facts(Contract contract, String commissioner, String provider) {
        return List.of(
                SummaryRow.of("Commissioner", commissioner),
                SummaryRow.of("Provider", provider),
                SummaryRow.of("Year", contract.year().period().label()),
                SummaryRow.of("Contract value", contract.value().toString()),
                SummaryRow.of("Version of the contract", Integer.toString(contract.version())));
    }

    static String basis(CquinScheme.Basis basis) {
        return switch (basis) {
            case SUBMISSION -> "paid for sending the data";
            case OUTCOME -> "paid for what the data shows";
        };
    }

    /** The lines with their sum. */
    static Table table(Statement statement) {
        boolean adjusts = statement.kind() == Statement.Kind.ADJUSTMENT;
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.words("Goal"),
                Table.Column.numbers("Weight"),
                Table.Column.numbers("Found"),
                Table.Column.numbers("Earned"),
                Table.Column.numbers(adjusts ? "Pays in all" : "Pays")));
        if (adjusts) {
            columns.add(Table.Column.numbers("Paid before"));
            columns.add(Table.Column.numbers("This statement"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        statement.lines().forEach(line -> rows.add(row(line, adjusts)));
        rows.add(total(statement, adjusts));
        return new Table("Statement " + statement.number(), columns, rows);
    }

    private static List<Cell> row(Statement.Line line, boolean adjusts) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.link(
                        line.goalNumber() + ". " + line.goalTitle(),
                        "/figures/" + line.figure().code()),
                Cell.words(line.weight().toPlainString() + "%"),
                found(line.evidence()),
                Cell.words(share(line.achieved())),
                money(line.earned())));
        if (adjusts) {
            cells.add(money(line.already()));
            cells.add(money(line.amount()));
        }
        return cells;
    }

    private static List<Cell> total(Statement statement, boolean adjusts) {
        Cell none = Cell.absent("Not applicable");
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.words("Sum"), Cell.words("100%"), none, none, money(paidInAll(statement))));
        if (adjusts) {
            cells.add(money(paidInAll(statement).minus(statement.total())));
            cells.add(money(statement.total()));
        }
        return cells;
    }

    private static Cell found(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Counted counted ->
                Cell.words(Wording.count(counted.numerator().longValueExact()) + " of "
                        + Wording.count(counted.denominator().longValueExact()));
            case Evidence.Missing missing -> Cell.absent("No data");
        };
    }

    /** The share of a line's money, in per cent. */
    static String share(Fraction achieved) {
        return achieved.times(Fraction.of(100)).rounded(2).stripTrailingZeros().toPlainString() + "%";
    }

    static Cell money(Money amount) {
        return Cell.figure(amount.toString(), amount.pounds().toPlainString());
    }

    private static String when(Instant instant) {
        LocalDateTime local = UkTime.at(instant);
        return Wording.date(local.toLocalDate()) + " at " + Wording.time(local.toLocalTime());
    }
}
