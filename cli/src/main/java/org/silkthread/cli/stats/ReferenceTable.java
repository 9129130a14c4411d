package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.InputError;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.standardisation.ReferenceBand;

/** The reference population of an indirect standardisation and how the rows of a table find their band in it. */
sealed interface ReferenceTable {

    /**
     * What a group is compared with.
     *
     * @param bands for each row of the group its band
     * @param population all bands of the group's reference population
     */
    record Match(List<ReferenceBand> bands, List<ReferenceBand> population) {}

    /** The reference of a group. */
    Match matching(Table table, Table.Group group, List<Column> groupColumns);

    /** A reference in a table of its own. Without columns to match by, the place of a row in its group decides. */
    static ReferenceTable of(Table reference, String count, String population, List<String> by) {
        List<ReferenceBand> bands = bands(reference, reference.rows(), count, population);
        return by.isEmpty() ? new ByPlace(reference, bands) : ByColumns.of(reference, bands, by);
    }

    /** A reference in further columns of the table itself. */
    static ReferenceTable within(Table table, String count, String population) {
        return new Within(table, count, population);
    }

    private static List<ReferenceBand> bands(Table table, List<Row> rows, String count, String population) {
        Column events = table.column(count);
        Column people = table.column(population);
        return rows.stream()
                .map(row -> new ReferenceBand(row.notNegative(events).orElse(0), row.positive(people)))
                .toList();
    }

    /** Beside each row. */
    record Within(Table table, String count, String population) implements ReferenceTable {

        @Override
        public Match matching(Table table, Table.Group group, List<Column> groupColumns) {
            List<ReferenceBand> bands = bands(table, group.rows(), count, population);
            return new Match(bands, bands);
        }
    }

    /** In the order of each group's rows. */
    record ByPlace(Table reference, List<ReferenceBand> bands) implements ReferenceTable {

        @Override
        public Match matching(Table table, Table.Group group, List<Column> groupColumns) {
            if (group.rows().size() != bands.size()) {
                throw InputError.inLine(
                        table.source(),
                        group.rows().getFirst().line(),
                        "expected as many rows in this group as " + reference.source() + " has (" + bands.size()
                                + "), found " + group.rows().size() + "; with --by rows are matched by columns");
            }
            return new Match(bands, bands);
        }
    }

    /** By the text in columns that both tables have. */
    record ByColumns(Table reference, List<String> by, Map<List<String>, ReferenceBand> bands)
            implements ReferenceTable {

        static ByColumns of(Table reference, List<ReferenceBand> bands, List<String> by) {
            List<Column> columns = reference.columns(by);
            Map<List<String>, ReferenceBand> byKey = new HashMap<>();
            for (int i = 0; i < bands.size(); i++) {
                Row row = reference.rows().get(i);
                if (byKey.put(key(row, columns), bands.get(i)) != null) {
                    throw InputError.inLine(
                            reference.source(), row.line(), "expected one row for each " + words(row, columns));
                }
            }
            return new ByColumns(reference, List.copyOf(by), Map.copyOf(byKey));
        }

        @Override
        public Match matching(Table table, Table.Group group, List<Column> groupColumns) {
            List<Column> columns = table.columns(by);
            List<ReferenceBand> matched = new ArrayList<>();
            for (Row row : group.rows()) {
                ReferenceBand band = bands.get(key(row, columns));
                if (band == null) {
                    throw InputError.inLine(
                            table.source(),
                            row.line(),
                            "expected " + words(row, columns) + " in " + reference.source() + ", found no such row");
                }
                matched.add(band);
            }
            return new Match(matched, population(group, groupColumns));
        }

        /** The bands that agree with the group wherever it is grouped by a column to match by. */
        private List<ReferenceBand> population(Table.Group group, List<Column> groupColumns) {
            List<ReferenceBand> population = new ArrayList<>();
            bands.forEach((key, band) -> {
                boolean agrees = true;
                for (int i = 0; i < groupColumns.size(); i++) {
                    int place = by.indexOf(groupColumns.get(i).name());
                    agrees &= place < 0
                            || key.get(place).equals(group.key().get(i).strip());
                }
                if (agrees) {
                    population.add(band);
                }
            });
            return population;
        }

        private static List<String> key(Row row, List<Column> columns) {
            return columns.stream().map(row::text).map(String::strip).toList();
        }

        private static String words(Row row, List<Column> columns) {
            return columns.stream()
                    .map(column -> column.name() + " " + InputError.quoted(row.text(column)))
                    .collect(Collectors.joining(" and "));
        }
    }
}
