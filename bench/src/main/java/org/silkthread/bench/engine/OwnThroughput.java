package org.silkthread.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.silkthread.bench.program.Footprint;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.report.MeasureSet;
import org.silkthread.measure.report.PatientEvaluator;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Patients times measures that our engine evaluates in a second, from a loaded store: each thread reads its part of the
 * population from the start to the end, all measures in one pass, again and again for as long as asked. Prints one line
 * of JSON. The very first pass, from raw NDJSON to the sums of all measures in a cold program, is the cold time.
 */
@Command(name = "own-throughput")
final class OwnThroughput implements Runnable {

    private static final double NANOS = 1e9;
    private static final double BYTES_PER_MIB = 1024.0 * 1024.0;
    /** Deep expressions need deep stacks, as in runs of the product. */
    private static final long STACK_BYTES = 64L << 20;

    @Option(names = "--content", required = true)
    private Path content = Path.of(".");

    @Option(names = "--elm", description = "Not needed: CQL is translated here.")
    private Path elm = Path.of(".");

    @Option(names = "--population", required = true)
    private Path population = Path.of(".");

    @Option(names = "--threads")
    private int threads = 1;

    @Option(names = "--seconds")
    private int seconds = 60;

    @Option(names = "--warm-up")
    private int warmUp = 30;

    @Option(names = "--patients", description = "Not used: always the whole population.")
    private int patients;

    private OwnThroughput() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new OwnThroughput()).execute(arguments));
    }

    private record Work(long patients, double seconds) {}

    @Override
    public void run() {
        try {
            System.out.println(JsonMapper.shared().writeValueAsString(measure()));
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("Cannot measure " + population, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private EngineRun measure() throws IOException, InterruptedException, ExecutionException {
        Path store = Files.createTempDirectory("population");
        try {
            OwnEngine engine = new OwnEngine(content);
            List<MeasureSet> sets = engine.measures(population);
            int measures = sets.stream().mapToInt(MeasureSet::size).sum();
            long started = System.nanoTime();
            new PopulationLoader(FhirModel.r4(), store, threads)
                    .load(List.of(population.resolve("ndjson")), List.of(), (step, done, of) -> {});
            try (PopulationStore opened = PopulationStore.open(store, FhirModel.r4());
                    ExecutorService pool = Executors.newFixedThreadPool(
                            threads, work -> new Thread(null, work, "measures", STACK_BYTES))) {
                Projection projection = engine.projection();
                inParallel(pool, opened, projection, sets, 0);
                double cold = (System.nanoTime() - started) / NANOS;
                inParallel(pool, opened, projection, sets, warmUp);
                long cpuBefore = cpuNanos();
                List<Work> work = inParallel(pool, opened, projection, sets, seconds);
                double cpu = (cpuNanos() - cpuBefore) / NANOS;
                long seen = work.stream().mapToLong(Work::patients).sum();
                return new EngineRun(
                        "Silkthread",
                        "this",
                        "Java " + Runtime.version().feature(),
                        String.valueOf(population.getFileName()),
                        threads,
                        seen * measures,
                        seen,
                        measures,
                        work.stream().mapToDouble(Work::seconds).max().orElse(0),
                        work.stream()
                                .mapToDouble(one -> one.patients() * measures / one.seconds())
                                .sum(),
                        cpu,
                        cold,
                        heapAfterCollection(),
                        (long) (Footprint.peakOfThisProcessMiB() * BYTES_PER_MIB),
                        List.of());
            }
        } finally {
            delete(store);
        }
    }

    private List<Work> inParallel(
            ExecutorService pool, PopulationStore store, Projection projection, List<MeasureSet> sets, int atLeast)
            throws InterruptedException, ExecutionException {
        List<Future<Work>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int part = i;
            running.add(pool.submit(() -> passes(store, projection, sets, part, atLeast)));
        }
        List<Work> done = new ArrayList<>();
        for (Future<Work> one : running) {
            done.add(one.get());
        }
        return done;
    }

    private Work passes(PopulationStore store, Projection projection, List<MeasureSet> sets, int part, int atLeast) {
        List<PatientEvaluator> evaluators =
                sets.stream().map(MeasureSet::evaluator).toList();
        long started = System.nanoTime();
        long limit = started + (long) (atLeast * NANOS);
        long seen = 0;
        do {
            List<RunTally> tallies = sets.stream().map(MeasureSet::emptyTally).toList();
            Iterator<PatientRecord> records = store.patients(projection, part, threads);
            while (records.hasNext()) {
                PatientRecord record = records.next();
                for (int i = 0; i < evaluators.size(); i++) {
                    evaluators.get(i).evaluate(record);
                    evaluators.get(i).addTo(tallies.get(i));
                }
                seen++;
            }
        } while (System.nanoTime() < limit);
        return new Work(seen, (System.nanoTime() - started) / NANOS);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
