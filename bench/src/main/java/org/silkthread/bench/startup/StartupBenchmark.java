package org.silkthread.bench.startup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Program;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;

/** From the start of the process to the first answer, on an empty data folder and on one that is there. */
public final class StartupBenchmark implements Benchmark {

    private static final double BYTES_PER_MIB = 1024 * 1024;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String about() {
        return "time to the first answer and page, with and without an ahead-of-time cache; memory at rest";
    }

    @Override
    public Findings run(Effort effort) {
        int repeats = effort == Effort.FULL ? 5 : 1;
        Duration rest = effort == Effort.FULL ? Duration.ofSeconds(10) : Duration.ZERO;
        try (Workspace workspace = Workspace.create()) {
            Program program = Program.layOut(workspace.at("program"));
            List<List<Cell>> rows =
                    new ArrayList<>(rows("as packaged", program, List.of(), workspace.at("plain"), repeats, rest));
            Path cache = workspace.at("silk.aot");
            System.err.println("Training the ahead-of-time cache ...");
            Start.of(program, List.of("-XX:AOTCacheOutput=" + cache), workspace.at("training"), Duration.ZERO);
            if (!cache.toFile().isFile()) {
                throw new IllegalStateException("The Java runtime made no ahead-of-time cache");
            }
            rows.addAll(rows(
                    "ahead-of-time cache",
                    program,
                    List.of("-XX:AOTCache=" + cache),
                    workspace.at("cached"),
                    repeats,
                    rest));
            return new Findings(
                    name(),
                    List.of(new Table(
                            "From the start of the process",
                            List.of(
                                    "program",
                                    "data folder",
                                    "starts",
                                    "s to /healthz",
                                    "s to first page",
                                    "slowest",
                                    "CPU s",
                                    "program MiB",
                                    "database MiB"),
                            rows)),
                    List.of(
                            "Medians. The folder is new when the database has to be made and migrated. Memory: resident,"
                                    + " %d seconds after the first page.".formatted(rest.toSeconds()),
                            "The program with its libraries takes %.0f MiB, the ahead-of-time cache %.0f MiB."
                                    .formatted(
                                            program.bytes() / BYTES_PER_MIB,
                                            cache.toFile().length() / BYTES_PER_MIB)));
        }
    }

    private static List<List<Cell>> rows(
            String name, Program program, List<String> javaOptions, Path folder, int repeats, Duration rest) {
        List<Start> first = new ArrayList<>();
        List<Start> later = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            System.err.printf("Starting the program, %s, %d of %d ...%n", name, i + 1, repeats);
            Path data = folder.resolveSibling(folder.getFileName() + "-" + i);
            first.add(Start.of(program, javaOptions, data, rest));
            later.add(Start.of(program, javaOptions, data, rest));
        }
        return List.of(row(name, "new", first), row(name, "there", later));
    }

    private static List<Cell> row(String name, String data, List<Start> starts) {
        return List.of(
                Cell.of(name),
                Cell.of(data),
                Cell.of(starts.size()),
                Cell.of(median(starts, Start::healthSeconds)),
                Cell.of(median(starts, Start::homeSeconds)),
                Cell.of(starts.stream().mapToDouble(Start::homeSeconds).max().orElseThrow()),
                Cell.of(median(starts, start -> start.atRest().cpuSeconds())),
                Cell.of(median(starts, start -> start.atRest().programMiB())),
                Cell.of(median(starts, start -> start.atRest().databaseMiB())));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> quantity) {
        double[] sorted = starts.stream().mapToDouble(quantity).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
