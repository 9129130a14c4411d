package org.silkthread.cli.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.monitoring.CusumLimit;
import org.silkthread.methods.monitoring.MonitoredCase;
import org.silkthread.methods.monitoring.OddsShift;
import org.silkthread.methods.monitoring.RiskAdjustedCusum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk stats cusum}. */
@Command(
        name = "cusum",
        description = "The risk-adjusted cumulative sum: has the outcome shifted from what was expected, and when?",
        mixinStandardHelpOptions = true)
final class CusumCommand implements Callable<Integer> {

    private static final List<String> ADDED = List.of("weight", "cusum", "limit", "signal");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private CaseColumns columns = new CaseColumns();

    @Option(
            names = "--odds-ratio",
            paramLabel = "R",
            description = "The shift to notice: 2 for twice the odds, 0.5 for half (default: 2).")
    private double oddsRatio = 2;

    @Option(names = "--limit", paramLabel = "H", description = "Signal above this height (default: never).")
    private Optional<Double> limit = Optional.empty();

    @Option(
            names = "--run-length",
            paramLabel = "N",
            description = "Find the limit by simulation, so that a false signal comes once in N patients on average.")
    private Optional<Double> runLength = Optional.empty();

    @Option(names = "--runs", paramLabel = "N", description = "How many runs to simulate (default: 1000).")
    private int runs = 1000;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the simulation (default: 1).")
    private long seed = 1;

    @Option(names = "--reset", description = "Begin again at 0 after a signal.")
    private boolean reset;

    @Override
    public Integer call() {
        OddsShift shift = shift();
        if (limit.isPresent() && runLength.isPresent()) {
            throw wrong("Give --limit or --run-length, not both");
        }
        if (limit.isPresent() && !(limit.get() > 0 && Double.isFinite(limit.get()))) {
            throw wrong("--limit is a number above 0");
        }
        Table table = input.read();
        CsvOutput output = WatchedTable.of(
                table, input.groupColumns(table), ADDED, rows -> cells(columns.cases(table, rows), shift));
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private List<List<String>> cells(List<MonitoredCase> cases, OddsShift shift) {
        OptionalDouble height = limit(cases, shift);
        return RiskAdjustedCusum.of(cases, shift, height, reset).stream()
                .map(point -> List.of(
                        CsvOutput.number(point.weight()),
                        CsvOutput.number(point.value()),
                        CsvOutput.number(height),
                        SpcSeries.truth(point.signal())))
                .toList();
    }

    private OptionalDouble limit(List<MonitoredCase> cases, OddsShift shift) {
        if (limit.isPresent()) {
            return OptionalDouble.of(limit.get());
        }
        if (runLength.isEmpty()) {
            return OptionalDouble.empty();
        }
        spec.commandLine().getErr().println("Simulating " + runs + " runs");
        List<Double> risks = cases.stream().map(MonitoredCase::risk).toList();
        try {
            CusumLimit found = CusumLimit.of(new CusumLimit.Simulation(risks, shift, runLength.get(), runs, seed));
            spec.commandLine()
                    .getErr()
                    .println("Limit " + CsvOutput.number(found.limit()) + ": " + Math.round(found.runLength())
                            + " patients to a false signal on average, standard error "
                            + Math.round(found.standardError()));
            return OptionalDouble.of(found.limit());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private OddsShift shift() {
        try {
            return OddsShift.to(oddsRatio);
        } catch (IllegalArgumentException e) {
            throw wrong("--odds-ratio is a number above 0 and not 1");
        }
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
