package org.silkthread.cli.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;

/** A table whose rows keep their order and columns, with cells added that depend on the rows of the same group before them. */
final class WatchedTable {

    private WatchedTable() {}

    /**
     * Adds columns.
     *
     * @param added names of the columns
     * @param cells the added cells of each row of a group
     */
    static CsvOutput of(
            Table table, List<Column> by, List<String> added, Function<List<Row>, List<List<String>>> cells) {
        Map<Integer, List<String>> byLine = new HashMap<>();
        for (Table.Group group : table.groups(by)) {
            List<List<String>> ofGroup = cells.apply(group.rows());
            for (int i = 0; i < ofGroup.size(); i++) {
                byLine.put(group.rows().get(i).line(), ofGroup.get(i));
            }
        }
        List<Column> kept = table.columnsBeside(added);
        CsvOutput output = CsvOutput.of(kept, added);
        table.rows().forEach(row -> output.row(row, kept, byLine.getOrDefault(row.line(), List.of())));
        return output;
    }
}
