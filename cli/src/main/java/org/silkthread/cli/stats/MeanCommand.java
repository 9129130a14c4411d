package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.InputError;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.interval.IntervalMethod;
import org.silkthread.methods.interval.SampleMean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code silk stats mean}. */
@Command(
        name = "mean",
        description = "Means with Student's t intervals; one row for each group. Missing values are left out.",
        mixinStandardHelpOptions = true)
final class MeanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private LevelOption levels = new LevelOption();

    @Option(names = "--value", required = true, paramLabel = "COL", description = "Column of numbers.")
    private String value = "";

    @Override
    public Integer call() {
        Table table = input.read();
        Column values = table.column(value);
        List<Column> by = input.groupColumns(table);
        List<String> added = new ArrayList<>(List.of("n", "sd", "value"));
        added.addAll(levels.columns());
        added.add("method");
        CsvOutput output = CsvOutput.of(by, added);
        for (Table.Group group : table.groups(by)) {
            output.row(group.key(), cells(table, values, group.rows()));
        }
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private List<String> cells(Table table, Column values, List<Row> rows) {
        Optional<SampleMean> mean = mean(table, values, rows);
        List<String> cells = new ArrayList<>();
        cells.add(CsvOutput.number(mean.map(SampleMean::count).orElse(0)));
        cells.add(mean.filter(found -> found.count() > 1)
                .map(found -> CsvOutput.number(found.deviation()))
                .orElse(""));
        cells.add(mean.map(found -> CsvOutput.number(found.value())).orElse(""));
        cells.addAll(mean.map(found -> levels.cells(found::interval)).orElseGet(levels::noCells));
        cells.add(IntervalMethod.STUDENT_T.label());
        return cells;
    }

    private static Optional<SampleMean> mean(Table table, Column values, List<Row> rows) {
        double[] numbers = rows.stream()
                .filter(row -> !row.isMissing(values))
                .mapToDouble(row -> row.requiredNumber(values))
                .toArray();
        try {
            return SampleMean.of(numbers);
        } catch (IllegalArgumentException e) {
            throw InputError.inFile(table.source(), "column " + values.name() + ": " + e.getMessage());
        }
    }
}
