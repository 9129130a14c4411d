package org.silkthread.bench.against;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;

/** Charts and a funnel by this library and by R, on the same inputs, with the ratio of what they took. */
public final class AgainstR implements Benchmark {

    private static final double SAME = 1e-9;

    @Override
    public String name() {
        return "against-r";
    }

    @Override
    public String about() {
        return "the same charts and funnel by this library and by R, and how many times faster";
    }

    @Override
    public Findings run(Effort effort) {
        boolean full = effort == Effort.FULL;
        ChartInputs inputs = ChartInputs.made(full ? 10_000 : 50, full ? 10_000 : 50);
        Map<String, RScript.Taken> byR = byR(inputs, full ? 5 : 1);
        int warmUp = full ? 20 : 0;
        int repeats = full ? 100 : 1;
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(
                inputs.series().size() + " XmR charts of " + ChartInputs.POINTS + " points, rules and labels",
                timed(warmUp, repeats, inputs::charts),
                Optional.ofNullable(byR.get("charts"))));
        rows.add(row(
                "a funnel of " + inputs.units().size() + " units, over-dispersion and exact limits",
                timed(warmUp, repeats, inputs::funnel),
                Optional.ofNullable(byR.get("funnel"))));
        List<String> notes = new ArrayList<>(List.of(
                "Processor time, so that a busy machine changes little: of R in one process after a first run, of Java"
                        + " in this process after " + warmUp
                        + " runs, compiler and garbage collector included. Reading the"
                        + " inputs is left out on both sides.",
                byR.isEmpty()
                        ? "Rscript is not installed, so there is nothing to compare with."
                        : "Both sides came to the same sums to nine figures and the same numbers of signals."));
        Optional.ofNullable(byR.get("qcc"))
                .ifPresent(qcc -> notes.add(
                        "qcc, limits only, without rules: %.3f seconds for the same series.".formatted(qcc.seconds())));
        return new Findings(
                name(),
                List.of(new Table(
                        "Against R", List.of("work", "R, processor s", "Java, processor s", "R / Java"), rows)),
                notes);
    }

    private static Map<String, RScript.Taken> byR(ChartInputs inputs, int repeats) {
        if (!RScript.isInstalled()) {
            return new HashMap<>();
        }
        System.err.println("Measuring R ...");
        try (Workspace workspace = Workspace.create()) {
            inputs.writeTo(workspace);
            return RScript.run("charts.R", workspace, repeats);
        }
    }

    private static RScript.Taken timed(int warmUp, int repeats, Supplier<double[]> work) {
        System.err.println("Measuring Java ...");
        double[] sums = work.get();
        repeat(warmUp, work, sums);
        Duration from = processorTime();
        repeat(repeats, work, sums);
        double seconds = processorTime().minus(from).toNanos() / 1e9 / repeats;
        return new RScript.Taken(seconds, sums[0], sums[1]);
    }

    private static void repeat(int times, Supplier<double[]> work, double[] sums) {
        for (int i = 0; i < times; i++) {
            if (!Arrays.equals(work.get(), sums)) {
                throw new IllegalStateException("The same inputs came to something else");
            }
        }
    }

    /** What all threads of this process have taken, compiler and garbage collector among them. */
    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static List<Cell> row(String work, RScript.Taken java, Optional<RScript.Taken> byR) {
        if (byR.isEmpty()) {
            return List.of(Cell.of(work), Cell.of("-"), Cell.of(java.seconds()), Cell.of("-"));
        }
        RScript.Taken r = byR.get();
        boolean same = Math.abs(java.sum() - r.sum()) <= SAME * Math.abs(r.sum()) && java.count() == r.count();
        if (!same) {
            throw new IllegalStateException("R and Java do not agree on " + work + ": " + r + ", " + java);
        }
        return List.of(Cell.of(work), Cell.of(r.seconds()), Cell.of(java.seconds()), ratio(r, java));
    }

    /** Work that is over before the clock of the processor ticks has no ratio. */
    private static Cell ratio(RScript.Taken r, RScript.Taken java) {
        return java.seconds() > 0 ? Cell.of(r.seconds() / java.seconds()) : Cell.of("-");
    }
}
