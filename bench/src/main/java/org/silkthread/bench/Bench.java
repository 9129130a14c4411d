package org.silkthread.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.silkthread.bench.access.AccessBenchmark;
import org.silkthread.bench.against.AgainstR;
import org.silkthread.bench.against.ModelAgainstR;
import org.silkthread.bench.audit.AuditBenchmark;
import org.silkthread.bench.disclosure.DisclosureBenchmark;
import org.silkthread.bench.feeds.FeedsBenchmark;
import org.silkthread.bench.imports.ImportBenchmark;
import org.silkthread.bench.methods.MethodsBenchmark;
import org.silkthread.bench.pages.PagesBenchmark;
import org.silkthread.bench.population.PopulationBenchmark;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Machine;
import org.silkthread.bench.startup.StartupBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk bench}: measures what the work costs. Figures go to standard output, progress to standard error. */
@Command(
        name = "silk bench",
        description = "Measure what the work costs for each unit of it. Leave the machine alone meanwhile.",
        mixinStandardHelpOptions = true,
        footer = {"", "docs/reference/benchmarks.md says what each measures and how to read it."})
public final class Bench implements Callable<Integer> {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new MethodsBenchmark(),
            new AgainstR(),
            new ModelAgainstR(),
            new DisclosureBenchmark(),
            new AuditBenchmark(),
            new AccessBenchmark(),
            new ImportBenchmark(),
            new PopulationBenchmark(),
            new FeedsBenchmark(),
            new PagesBenchmark(),
            new StartupBenchmark());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "What to measure (default: everything).")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print one JSON object a line for each benchmark.")
    private boolean json;

    @Option(names = "--smoke", description = "Do the least that runs every line; the figures mean nothing.")
    private boolean smoke;

    private Bench() {}

    /** Runs and ends the process: 0 when all was measured, 1 when something failed, 2 when called wrongly. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler((failure, command, parsed) -> {
            failure.printStackTrace(command.getErr());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    @Override
    public Integer call() {
        List<Benchmark> chosen = chosen();
        Machine machine = Machine.here();
        if (!json) {
            say(machine.text());
            if (names.isEmpty()) {
                say(list());
            }
        }
        for (Benchmark benchmark : chosen) {
            Findings findings = benchmark.run(smoke ? Effort.SMOKE : Effort.FULL);
            say(
                    json
                            ? findings.json(machine)
                            : "\n" + benchmark.name() + ": " + benchmark.about() + "\n\n" + findings.text());
        }
        return 0;
    }

    private List<Benchmark> chosen() {
        for (String name : names) {
            if (BENCHMARKS.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                throw new ParameterException(
                        spec.commandLine(), "There is no benchmark '" + name + "'. There are:\n" + list());
            }
        }
        return BENCHMARKS.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }

    private static String list() {
        return BENCHMARKS.stream()
                .map(benchmark -> "  %-12s %s".formatted(benchmark.name(), benchmark.about()))
                .collect(Collectors.joining("\n"));
    }
}
