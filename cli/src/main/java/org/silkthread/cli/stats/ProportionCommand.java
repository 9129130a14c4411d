package org.silkthread.cli.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.interval.IntervalMethod;
import org.silkthread.methods.interval.Proportion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code silk stats proportion}. */
@Command(
        name = "proportion",
        description = "Shares of a whole with Wilson's intervals.",
        mixinStandardHelpOptions = true)
final class ProportionCommand implements Callable<Integer> {

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
            description = "Column of the whole that they are part of.")
    private String denominator = "";

    @Option(
            names = "--multiplier",
            paramLabel = "M",
            converter = MultiplierConverter.class,
            description = "What values and limits are stated for (default: 1).")
    private double multiplier = 1;

    @Override
    public Integer call() {
        Table table = input.read();
        ShareTable shares = new ShareTable(table, table.column(numerator), table.column(denominator), levels);
        ShareTable.Formula formula = new Shares(multiplier);
        CsvOutput output =
                input.isGrouped() ? shares.ofGroups(formula, input.groupColumns(table)) : shares.ofRows(formula);
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private record Shares(double multiplier) implements ShareTable.Formula {

        @Override
        public Optional<ShareTable.Share> of(double numerator, double denominator) {
            return Proportion.of(numerator, denominator)
                    .map(share -> new ShareTable.Share(
                            share.value() * multiplier,
                            level -> share.interval(level).times(multiplier)));
        }

        @Override
        public String method(OptionalDouble numerator) {
            return IntervalMethod.WILSON.label();
        }
    }
}
