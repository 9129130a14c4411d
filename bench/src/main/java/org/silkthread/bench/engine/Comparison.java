package org.silkthread.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Machine;
import org.silkthread.bench.report.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * All engines one after another on this machine, on the same patients and measures, in one table. {@code
 * bench/peers/run} builds the engines and calls it.
 */
@Command(
        name = "bench/peers/run",
        description = "Measure engines side by side. Leave the machine alone meanwhile.",
        mixinStandardHelpOptions = true)
public final class Comparison implements Callable<Integer> {

    private static final long SYNTHETIC_PATIENTS = 100_000;
    private static final double MIB = 1024.0 * 1024.0;

    @Option(names = "--content", required = true, description = "Folder of measures, libraries, value sets and cases.")
    private Path content = Path.of(".");

    @Option(names = "--work", required = true, description = "Folder for populations, ELM and results.")
    private Path work = Path.of(".");

    @Option(names = "--peers", required = true, description = "The folder bench/peers, built.")
    private Path peers = Path.of(".");

    @Option(names = "--engines", split = ",", description = "Which engines (default: ${DEFAULT-VALUE}).")
    private List<String> engines = List.of("own", "reference", "fqm");

    @Option(names = "--populations", split = ",", description = "Which populations (default: ${DEFAULT-VALUE}).")
    private List<String> populations = List.of("light", "heavy", "synthetic");

    @Option(names = "--threads", split = ",", description = "With how many threads (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads = List.of(1, 2);

    @Option(names = "--seconds", description = "How long each run is measured (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--patients", description = "How many patients a run reads (default: ${DEFAULT-VALUE}).")
    private int patients = 1_000;

    private Comparison() {}

    /** Runs and ends the process: 0 when all was measured, 1 when an engine failed, 2 when called wrongly. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Comparison()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<AcceptanceCase> cases = AcceptanceCase.of(content);
        preparePopulations(cases);
        Path elm = work.resolve("elm");
        Machine machine = Machine.here();
        List<EngineRun> runs = new ArrayList<>();
        Map<String, Agreement> agreements = new TreeMap<>();
        for (EngineUnderTest engine : chosen()) {
            say(engine.name() + " answers the acceptance cases ...");
            Path answers = work.resolve("answers-" + engine.name() + ".ndjson");
            engine.answer(content, elm, answers);
            Agreement agreement = Agreement.of(cases, answers);
            say("  %d of %d as expected; others: %s".formatted(agreement.right(), agreement.all(), agreement.wrong()));
            for (String population : populations) {
                for (int count : threads) {
                    say("%s, %s, threads: %d ...".formatted(engine.name(), population, count));
                    EngineRun run = engine.measure(content, elm, work.resolve(population), count, seconds, patients);
                    say("  %.1f a second %s".formatted(run.perSecond(), run.failed()));
                    runs.add(run);
                    agreements.put(run.engine(), agreement);
                }
            }
        }
        Table table = table(runs, agreements);
        System.out.println(machine.text() + "\n\n" + table.text());
        Files.writeString(work.resolve("engines.md"), machine.text() + "\n\n" + markdown(table));
        say("The table in Markdown is " + work.resolve("engines.md"));
        return 0;
    }

    private void preparePopulations(List<AcceptanceCase> cases) throws IOException {
        Populations maker = new Populations(cases);
        if (!Files.exists(work.resolve("light/periods.json"))) {
            say("Making the light population ...");
            maker.writeLight(work.resolve("light"));
        }
        if (!Files.exists(work.resolve("heavy/periods.json"))) {
            say("Making the heavy population ...");
            maker.writeHeavy(work.resolve("heavy"));
        }
        if (populations.contains("synthetic") && !Files.exists(work.resolve("synthetic/periods.json"))) {
            say("Making the synthetic population ...");
            maker.writeSynthetic(work.resolve("synthetic"), SYNTHETIC_PATIENTS, patients);
        }
    }

    private List<EngineUnderTest> chosen() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Map<String, EngineUnderTest> known = new TreeMap<>();
        for (EngineUnderTest engine : List.of(own(java), reference(java), fqm())) {
            known.put(engine.name(), engine);
        }
        return engines.stream()
                .map(name -> {
                    EngineUnderTest engine = known.get(name);
                    if (engine == null) {
                        throw new IllegalArgumentException(
                                "There is no engine '" + name + "'. There are: " + known.keySet());
                    }
                    return engine;
                })
                .toList();
    }

    private static EngineUnderTest own(Path java) {
        List<String> start = List.of(
                java.toString(),
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"));
        return new EngineUnderTest(
                "own", plus(start, OwnAnswers.class.getName()), plus(start, OwnThroughput.class.getName()));
    }

    private EngineUnderTest reference(Path java) {
        Path built = peers.resolve("reference/target");
        String libraries = built.resolve("reference-engine.jar") + ":" + built.resolve("libraries") + "/*";
        List<String> start = List.of(java.toString(), "-Xmx6g", "-cp", libraries);
        return new EngineUnderTest(
                "reference",
                plus(start, "org.silkthread.bench.peers.Answers"),
                plus(start, "org.silkthread.bench.peers.Throughput"));
    }

    private EngineUnderTest fqm() {
        Path folder = peers.resolve("fqm");
        return new EngineUnderTest(
                "fqm",
                List.of("node", folder.resolve("answers.js").toString()),
                List.of("node", folder.resolve("engine.js").toString()));
    }

    private static List<String> plus(List<String> words, String last) {
        List<String> all = new ArrayList<>(words);
        all.add(last);
        return all;
    }

    private static Table table(List<EngineRun> runs, Map<String, Agreement> agreements) {
        List<List<Cell>> rows = new ArrayList<>();
        for (EngineRun run : runs) {
            Agreement agreement = agreements.getOrDefault(run.engine(), new Agreement(0, 1, Map.of()));
            rows.add(List.of(
                    Cell.of(run.engine() + " " + run.version() + ", " + run.runtime()),
                    Cell.of(run.population()),
                    Cell.of(run.threads()),
                    Cell.of(run.perSecond()),
                    Cell.of(run.cpuSeconds() * 1e6 / Math.max(1, run.patientMeasures())),
                    Cell.of(run.patients()),
                    Cell.of("%d of %d".formatted(agreement.right(), agreement.all())),
                    Cell.of(run.coldSeconds() == 0 ? "not measured" : "%.1f".formatted(run.coldSeconds())),
                    Cell.of(run.heapAfterGcBytes() / MIB),
                    Cell.of(run.peakResidentBytes() / MIB)));
        }
        return new Table(
                "Measure engines on the same patients",
                List.of(
                        "engine",
                        "population",
                        "threads",
                        "patient-measures/s",
                        "CPU µs each",
                        "patients seen",
                        "as expected",
                        "raw to results, cold, s",
                        "heap after GC MiB",
                        "peak RSS MiB"),
                rows);
    }

    private static String markdown(Table table) {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", table.columns())).append(" |\n");
        text.append("|").append("---|".repeat(table.columns().size())).append('\n');
        for (List<Cell> row : table.rows()) {
            text.append("| ")
                    .append(String.join(" | ", row.stream().map(Cell::shown).toList()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static void say(String words) {
        System.err.println(words);
    }
}
