package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.InputError;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;

/**
 * A value with its intervals beside each row of a numerator and a denominator, or beside the sums of each group.
 *
 * @param table the table
 * @param numerator the column of counts above the line
 * @param denominator the column of what they are counted in
 * @param levels the intervals asked for
 */
record ShareTable(Table table, Column numerator, Column denominator, LevelOption levels) {

    /**
     * What is computed from a numerator and a denominator.
     *
     * @param value the estimate
     * @param interval its interval at any level
     */
    record Share(double value, Function<ConfidenceLevel, Interval> interval) {}

    /** How a value follows from a numerator and a denominator, neither of them negative. */
    interface Formula {

        /**
         * The value.
         *
         * @return nothing when there is no value, as for none of none
         * @throws IllegalArgumentException when the numbers are impossible
         */
        Optional<Share> of(double numerator, double denominator);

        /** The name of the interval's formula; empty when it depends on a numerator that is not known. */
        String method(OptionalDouble numerator);
    }

    /** The names of the added columns. */
    List<String> added() {
        List<String> added = new ArrayList<>();
        added.add("value");
        added.addAll(levels.columns());
        added.add("method");
        return added;
    }

    CsvOutput ofRows(Formula formula) {
        List<Column> kept = table.columnsBeside(added());
        CsvOutput output = CsvOutput.of(kept, added());
        for (Row row : table.rows()) {
            output.row(row, kept, cells(formula, row, row.notNegative(numerator), row.notNegative(denominator)));
        }
        return output;
    }

    CsvOutput ofGroups(Formula formula, List<Column> by) {
        List<String> added = new ArrayList<>(List.of(numerator.name(), denominator.name()));
        added.addAll(added());
        CsvOutput output = CsvOutput.of(by, added);
        for (Table.Group group : table.groups(by)) {
            OptionalDouble x = sum(group.rows(), numerator);
            OptionalDouble n = sum(group.rows(), denominator);
            List<String> cells = new ArrayList<>(List.of(CsvOutput.number(x), CsvOutput.number(n)));
            cells.addAll(cells(formula, group.rows().getLast(), x, n));
            output.row(group.key(), cells);
        }
        return output;
    }

    /** A sum with a part missing is not known. */
    private static OptionalDouble sum(List<Row> rows, Column column) {
        double sum = 0;
        boolean known = true;
        for (Row row : rows) {
            OptionalDouble value = row.notNegative(column);
            known &= value.isPresent();
            sum += value.orElse(0);
        }
        return known ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    private List<String> cells(Formula formula, Row row, OptionalDouble x, OptionalDouble n) {
        Optional<Share> share = x.isEmpty() || n.isEmpty()
                ? Optional.empty()
                : computed(formula, row, x.getAsDouble(), n.getAsDouble());
        List<String> cells = new ArrayList<>();
        cells.add(share.map(found -> CsvOutput.number(found.value())).orElse(""));
        cells.addAll(share.map(found ->
                        levels.cells(level -> Optional.of(found.interval().apply(level))))
                .orElseGet(levels::noCells));
        cells.add(formula.method(x));
        return cells;
    }

    private Optional<Share> computed(Formula formula, Row row, double x, double n) {
        try {
            return formula.of(x, n);
        } catch (IllegalArgumentException e) {
            throw InputError.inLine(
                    row.source(),
                    row.line(),
                    "columns " + numerator.name() + " and " + denominator.name() + ": " + e.getMessage());
        }
    }
}
