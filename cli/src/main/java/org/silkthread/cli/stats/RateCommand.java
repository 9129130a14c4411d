package org.silkthread.cli.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.interval.CrudeRate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code silk stats rate}. */
@Command(
        name = "rate",
        description = "Events per population or time with exact and Byar's intervals.",
        mixinStandardHelpOptions = true)
final class RateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private LevelOption levels = new LevelOption();

    @Option(names = "--numerator", required = true, paramLabel = "COL", description = "Column of counts.")
    private String numerator = "";

    @Option(
            names = "--denominator",
            required = true,
            paramLabel = "COL",
            description = "Column of population or time at risk.")
    private String denominator = "";

    @Option(
            names = "--multiplier",
            paramLabel = "M",
            converter = MultiplierConverter.class,
            description = "What values and limits are stated for (default: 100,000).")
    private double multiplier = 100_000;

    @Override
    public Integer call() {
        Table table = input.read();
        ShareTable shares = new ShareTable(table, table.column(numerator), table.column(denominator), levels);
        ShareTable.Formula formula = new Rates(multiplier);
        CsvOutput output =
                input.isGrouped() ? shares.ofGroups(formula, input.groupColumns(table)) : shares.ofRows(formula);
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private record Rates(double multiplier) implements ShareTable.Formula {

        @Override
        public Optional<ShareTable.Share> of(double numerator, double denominator) {
            return CrudeRate.of(numerator, denominator, multiplier)
                    .map(rate -> new ShareTable.Share(rate.value(), rate::interval));
        }

        @Override
        public String method(OptionalDouble numerator) {
            return numerator.isPresent()
                    ? CrudeRate.methodFor(numerator.getAsDouble()).label()
                    : "";
        }
    }
}
