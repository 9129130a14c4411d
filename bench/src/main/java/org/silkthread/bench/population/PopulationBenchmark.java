package org.silkthread.bench.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.store.LoadProgress;
import org.silkthread.measure.store.LoadReport;
import org.silkthread.measure.store.PopulationLoader;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;
import org.silkthread.measure.synthetic.PopulationOrder;
import org.silkthread.measure.synthetic.SyntheticPopulation;

/** Synthetic NDJSON loaded into a population store, and the store read, whole and by what measures look at. */
public final class PopulationBenchmark implements Benchmark {

    private static final long SEED = 1;

    /** Elements that quality measures look at. */
    private static final Set<String> MEASURED = Set.of(
            "id",
            "meta",
            "status",
            "code",
            "type",
            "period",
            "effective",
            "performed",
            "authoredOn",
            "value",
            "onset",
            "abatement",
            "clinicalStatus",
            "verificationStatus",
            "medication",
            "occurrence",
            "vaccineCode",
            "birthDate",
            "gender",
            "deceased");

    private static final List<String> TYPES = List.of(
            "Patient", "Encounter", "Condition", "Observation", "Procedure", "MedicationRequest", "Immunization");

    private final FhirModel model = FhirModel.r4();

    @Override
    public String name() {
        return "population";
    }

    @Override
    public String about() {
        return "the population store: load, size, reading";
    }

    @Override
    public Findings run(Effort effort) {
        long patients = effort == Effort.FULL ? 10_000 : 20;
        int repeats = effort == Effort.FULL ? 4 : 1;
        List<List<Cell>> loads = new ArrayList<>();
        List<List<Cell>> scans = new ArrayList<>();
        try (Workspace workspace = Workspace.create()) {
            System.err.printf("Making %,d patients ...%n", patients);
            Path plain = written(workspace.at("plain"), patients, false);
            Path compressed = written(workspace.at("compressed"), patients, true);
            for (int threads : List.of(1, 2)) {
                for (int repeat = 0; repeat < repeats; repeat++) {
                    System.err.printf("Loading with %d threads ...%n", threads);
                    Path store = workspace.at("store-" + threads + "-" + repeat);
                    loads.add(load("NDJSON", plain, size(compressed), threads, store));
                }
            }
            loads.add(load("NDJSON, gzip", compressed, size(compressed), 2, workspace.at("store-gzip")));
            try (PopulationStore store = PopulationStore.open(workspace.at("store-1-0"), model)) {
                System.err.println("Reading ...");
                for (int repeat = 0; repeat < repeats * 3; repeat++) {
                    scans.add(scan("what measures read", store, measured(), TYPES));
                }
                for (int repeat = 0; repeat < repeats * 3; repeat++) {
                    scans.add(scan("everything", store, Projection.everything(), allTypes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Findings(
                name(),
                List.of(loadTable(loads), scanTable(scans)),
                List.of(
                        "MB: of JSON, before compression. The first rows include compiling; later ones are the figures to use.",
                        "Bytes a resource: as stored, indexes and dictionaries included, beside gzip of the same NDJSON.",
                        "Reading: one thread, every resource of the named types made into an object."));
    }

    private static Table loadTable(List<List<Cell>> rows) {
        return new Table(
                "Loading synthetic patients, seed " + SEED,
                List.of(
                        "from",
                        "threads",
                        "resources",
                        "MB",
                        "seconds",
                        "MB/s",
                        "CPU MB/s",
                        "bytes a resource",
                        "of gzip"),
                rows);
    }

    private static Table scanTable(List<List<Cell>> rows) {
        return new Table(
                "Reading",
                List.of("what", "patients", "resources a patient", "µs a patient", "CPU µs a patient"),
                rows);
    }

    private static Path written(Path folder, long patients, boolean gzip) throws IOException {
        new SyntheticPopulation(PopulationOrder.of(patients, SEED)).write(folder, gzip, 2, done -> {});
        return folder;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long size = 0;
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
            return size;
        }
    }

    private List<Cell> load(String from, Path source, long gzipBytes, int threads, Path store) {
        Spent spent = new Spent();
        LoadReport report =
                new PopulationLoader(model, store, threads).load(List.of(source), Set.of(), LoadProgress.SILENT);
        double megabytes = report.bytes() / 1e6;
        return List.of(
                Cell.of(from),
                Cell.of(threads),
                Cell.of(report.resources()),
                Cell.of(megabytes),
                Cell.of(spent.seconds()),
                Cell.of(megabytes / spent.seconds()),
                Cell.of(megabytes / spent.cpuSeconds()),
                Cell.of((double) report.storedBytes() / report.resources()),
                Cell.of((double) gzipBytes / report.resources()));
    }

    private static Projection measured() {
        return Projection.of(TYPES.stream().collect(Collectors.toMap(type -> type, type -> MEASURED)));
    }

    private List<String> allTypes() {
        return model.types().stream()
                .filter(StructureType::resource)
                .map(StructureType::name)
                .toList();
    }

    private List<Cell> scan(String what, PopulationStore store, Projection projection, List<String> names) {
        StructureType[] types = names.stream().map(model::required).toArray(StructureType[]::new);
        Spent spent = new Spent();
        long patients = 0;
        long resources = 0;
        Iterator<PatientRecord> scan = store.patients(projection);
        while (scan.hasNext()) {
            PatientRecord patient = scan.next();
            for (StructureType type : types) {
                resources += patient.resources(type).size();
            }
            patients++;
        }
        return List.of(
                Cell.of(what),
                Cell.of(patients),
                Cell.of((double) resources / patients),
                Cell.of(spent.seconds() * 1e6 / patients),
                Cell.of(spent.threadSeconds() * 1e6 / patients));
    }

    /** Time from its making on. */
    private static final class Spent {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final long start = System.nanoTime();
        private final long cpuStart = processor();
        private final long threadStart = THREADS.getCurrentThreadCpuTime();

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        double cpuSeconds() {
            return (processor() - cpuStart) / 1e9;
        }

        double threadSeconds() {
            return (THREADS.getCurrentThreadCpuTime() - threadStart) / 1e9;
        }

        private static long processor() {
            return ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElseThrow()
                    .toNanos();
        }
    }
}
