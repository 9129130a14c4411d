package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.Table;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The table that a command works on, and how its rows are grouped. */
final class TableOptions {

    @Parameters(paramLabel = "FILE", description = "A CSV file with a header row, in UTF-8; - is standard input.")
    private String file = "";

    @Option(
            names = "--group",
            split = ",",
            paramLabel = "COLS",
            description = "Columns whose equal rows are taken together.")
    private List<String> group = new ArrayList<>();

    Table read() {
        return Table.read(file);
    }

    boolean isGrouped() {
        return !group.isEmpty();
    }

    List<Column> groupColumns(Table table) {
        return table.columns(group);
    }
}
