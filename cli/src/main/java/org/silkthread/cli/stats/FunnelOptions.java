package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.funnel.FunnelUnit;
import picocli.CommandLine.Option;

/** The columns of a funnel. */
final class FunnelOptions {

    @Option(
            names = "--numerator",
            required = true,
            paramLabel = "COL",
            description = "Column of counts: events, or what was observed.")
    private String numerator = "";

    @Option(
            names = "--denominator",
            required = true,
            paramLabel = "COL",
            description = "Column of cases, of the other count, or of what was expected.")
    private String denominator = "";

    /**
     * The rows of one unit.
     *
     * @param key its text in the columns that tell units apart
     * @param numerator their sum; nothing when a part of it is missing
     * @param denominator their sum; nothing when a part of it is missing
     */
    record Unit(List<String> key, OptionalDouble numerator, OptionalDouble denominator) {

        /** Two units are the same when their keys are. */
        String name() {
            return String.join("\u001F", key);
        }

        boolean isKnown() {
            return numerator.isPresent() && denominator.isPresent();
        }

        FunnelUnit counts() {
            return new FunnelUnit(name(), numerator.orElseThrow(), denominator.orElseThrow());
        }
    }

    /** The units of a table: its groups, or without columns to group by every row by itself. */
    List<Unit> units(Table table, List<Column> by, boolean isProportion) {
        Column x = table.column(numerator);
        Column n = table.column(denominator);
        List<Unit> units = new ArrayList<>();
        if (by.isEmpty()) {
            for (Row row : table.rows()) {
                String line = String.format(Locale.ROOT, "line %d", row.line());
                units.add(unit(List.of(line), List.of(row), x, n, isProportion));
            }
        } else {
            for (Table.Group group : table.groups(by)) {
                units.add(unit(group.key(), group.rows(), x, n, isProportion));
            }
        }
        return units;
    }

    private static Unit unit(List<String> key, List<Row> rows, Column x, Column n, boolean isProportion) {
        double numerator = 0;
        double denominator = 0;
        boolean known = true;
        for (Row row : rows) {
            OptionalDouble above = row.notNegative(x);
            OptionalDouble below = row.notNegative(n);
            requireCount(row, x, above);
            requireCount(row, n, below);
            known &= above.isPresent() && below.isPresent();
            numerator += above.orElse(0);
            denominator += below.orElse(0);
        }
        if (isProportion && known && numerator > denominator) {
            throw rows.getLast().refused(x, "a numerator of at most the denominator, " + CsvOutput.number(denominator));
        }
        return new Unit(
                key,
                known ? OptionalDouble.of(numerator) : OptionalDouble.empty(),
                known ? OptionalDouble.of(denominator) : OptionalDouble.empty());
    }

    /** Far below what a sum of doubles can hold exactly, so that no sum of rows passes it unseen. */
    private static void requireCount(Row row, Column column, OptionalDouble count) {
        if (count.orElse(0) > 1e12) {
            throw row.refused(column, "a count of at most 1000000000000");
        }
    }
}
