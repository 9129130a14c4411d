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
import org.silkthread.methods.standardisation.DirectStandardisation;
import org.silkthread.methods.standardisation.Stratum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code silk stats dsr}. */
@Command(
        name = "dsr",
        description = "Directly standardised rates with Dobson's intervals; one row for each group.",
        mixinStandardHelpOptions = true)
final class DirectRateCommand implements Callable<Integer> {

    private static final String SUPPRESSED = "dsr NA for total count < 10";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private LevelOption levels = new LevelOption();

    @Option(
            names = "--count",
            required = true,
            paramLabel = "COL",
            description = "Column of events in a stratum, or of people with --event-frequency.")
    private String count = "";

    @Option(
            names = "--population",
            required = true,
            paramLabel = "COL",
            description = "Column of the stratum's population.")
    private String population = "";

    @Option(
            names = "--standard",
            required = true,
            paramLabel = "COL",
            description = "Column of the stratum's standard population.")
    private String standard = "";

    @Option(
            names = "--event-frequency",
            paramLabel = "COL",
            description = "Column of how many events each of the people had, when one may have several.")
    private Optional<String> frequency = Optional.empty();

    @Option(
            names = "--multiplier",
            paramLabel = "M",
            converter = MultiplierConverter.class,
            description = "What values and limits are stated for (default: 100,000).")
    private double multiplier = 100_000;

    @Override
    public Integer call() {
        Table table = input.read();
        List<Column> by = input.groupColumns(table);
        List<String> added = new ArrayList<>(List.of("total_count", "total_pop", "value"));
        added.addAll(levels.columns());
        added.addAll(List.of("method", "reason"));
        CsvOutput output = CsvOutput.of(by, added);
        for (Table.Group group : table.groups(by)) {
            output.row(group.key(), cells(standardised(table, group.rows())));
        }
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private DirectStandardisation standardised(Table table, List<Row> rows) {
        Column events = table.column(count);
        Column people = table.column(population);
        Column weights = table.column(standard);
        Optional<Column> times = frequency.map(table::column);
        List<Stratum> strata = new ArrayList<>();
        List<DirectStandardisation.RepeatedEvents> repeated = new ArrayList<>();
        for (Row row : rows) {
            Stratum stratum = new Stratum(
                    row.notNegative(events).orElse(0), row.positive(people), row.requiredNotNegative(weights));
            times.ifPresentOrElse(
                    column -> repeated.add(new DirectStandardisation.RepeatedEvents(row.positive(column), stratum)),
                    () -> strata.add(stratum));
        }
        try {
            return times.isPresent()
                    ? DirectStandardisation.ofRepeatedEvents(repeated)
                    : DirectStandardisation.of(strata);
        } catch (IllegalArgumentException e) {
            throw InputError.inLine(table.source(), rows.getFirst().line(), "this group: " + e.getMessage());
        }
    }

    private List<String> cells(DirectStandardisation result) {
        List<String> cells = new ArrayList<>();
        cells.add(CsvOutput.number(result.events()));
        cells.add(CsvOutput.number(result.population()));
        switch (result) {
            case DirectStandardisation.Rate rate -> {
                cells.add(CsvOutput.number(rate.perPerson() * multiplier));
                cells.addAll(
                        levels.cells(level -> Optional.of(rate.interval(level).times(multiplier))));
            }
            case DirectStandardisation.TooFewEvents tooFew -> {
                cells.add("");
                cells.addAll(levels.noCells());
            }
        }
        cells.add(result.method().label());
        cells.add(result instanceof DirectStandardisation.TooFewEvents ? SUPPRESSED : "");
        return cells;
    }
}
