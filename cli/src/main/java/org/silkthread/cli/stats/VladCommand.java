package org.silkthread.cli.stats;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.monitoring.Vlad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code silk stats vlad}. */
@Command(
        name = "vlad",
        description = "The variable life-adjusted display: expected less observed events, patient by patient.",
        mixinStandardHelpOptions = true)
final class VladCommand implements Callable<Integer> {

    private static final List<String> ADDED = List.of("vlad");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private CaseColumns columns = new CaseColumns();

    @Override
    public Integer call() {
        Table table = input.read();
        CsvOutput output = WatchedTable.of(
                table,
                input.groupColumns(table),
                ADDED,
                rows -> Arrays.stream(Vlad.of(columns.cases(table, rows)))
                        .mapToObj(height -> List.of(CsvOutput.number(height)))
                        .toList());
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }
}
