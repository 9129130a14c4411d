package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.interval.CrudeRate;
import org.silkthread.methods.standardisation.ReferenceBand;
import org.silkthread.methods.standardisation.ReferencedStratum;
import org.silkthread.methods.standardisation.StandardisedRatio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code silk stats isr}. */
@Command(
        name = "isr",
        description = "Indirectly standardised rates with exact and Byar's intervals; one row for each group.",
        mixinStandardHelpOptions = true)
final class IndirectRateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private LevelOption levels = new LevelOption();

    @Option(names = "--count", required = true, paramLabel = "COL", description = "Column of events in a stratum.")
    private String count = "";

    @Option(
            names = "--population",
            required = true,
            paramLabel = "COL",
            description = "Column of the stratum's population.")
    private String population = "";

    @Option(
            names = "--reference",
            paramLabel = "REFFILE",
            description = "Table of the reference population (default: the reference's columns are in FILE itself).")
    private Optional<String> reference = Optional.empty();

    @Option(
            names = "--reference-count",
            required = true,
            paramLabel = "COL",
            description = "Column of events in the reference population.")
    private String referenceCount = "";

    @Option(
            names = "--reference-population",
            required = true,
            paramLabel = "COL",
            description = "Column of the reference population.")
    private String referencePopulation = "";

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "COLS",
            description = "Columns by which a row finds its row of the reference (default: the place in its group).")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--multiplier",
            paramLabel = "M",
            converter = MultiplierConverter.class,
            description = "What values and limits are stated for (default: 100,000).")
    private double multiplier = 100_000;

    @Override
    public Integer call() {
        Table table = input.read();
        List<Column> groupColumns = input.groupColumns(table);
        ReferenceTable references = reference
                .map(file -> ReferenceTable.of(Table.read(file), referenceCount, referencePopulation, by))
                .orElseGet(() -> ReferenceTable.within(table, referenceCount, referencePopulation));
        List<String> added = new ArrayList<>(List.of("observed", "expected", "reference_rate", "value"));
        added.addAll(levels.columns());
        added.add("method");
        CsvOutput output = CsvOutput.of(groupColumns, added);
        for (Table.Group group : table.groups(groupColumns)) {
            output.row(group.key(), cells(table, group, groupColumns, references));
        }
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private List<String> cells(Table table, Table.Group group, List<Column> groupColumns, ReferenceTable references) {
        Column events = table.column(count);
        Column people = table.column(population);
        ReferenceTable.Match match = references.matching(table, group, groupColumns);
        List<ReferencedStratum> strata = new ArrayList<>();
        for (int i = 0; i < group.rows().size(); i++) {
            Row row = group.rows().get(i);
            strata.add(new ReferencedStratum(
                    row.notNegative(events).orElse(0),
                    row.notNegative(people).orElse(0),
                    match.bands().get(i)));
        }
        double observed = strata.stream().mapToDouble(ReferencedStratum::events).sum();
        double scale = ReferenceBand.crudeRate(match.population()) * multiplier;
        Optional<StandardisedRatio> ratio = StandardisedRatio.of(strata);
        List<String> cells = new ArrayList<>();
        cells.add(CsvOutput.number(observed));
        cells.add(CsvOutput.number(ratio.map(StandardisedRatio::expected).orElse(0.0)));
        cells.add(CsvOutput.number(scale));
        cells.add(ratio.map(found -> CsvOutput.number(found.value() * scale)).orElse(""));
        cells.addAll(ratio.map(found ->
                        levels.cells(level -> Optional.of(found.interval(level).times(scale))))
                .orElseGet(levels::noCells));
        cells.add(CrudeRate.methodFor(observed).label());
        return cells;
    }
}
