package org.silkthread.bench.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.audit.Verification;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Appending to the chain, which one transaction at a time may do, and reading it through. */
public final class AuditBenchmark implements Benchmark {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<Integer> WRITERS = List.of(1, 4, 16);

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String about() {
        return "appending to the sealed record of accesses, by writers at once; reading it through";
    }

    @Override
    public Findings run(Effort effort) {
        Duration time = effort == Effort.FULL ? Duration.ofSeconds(10) : Duration.ofMillis(50);
        try (Workspace workspace = Workspace.create();
                ConfigurableApplicationContext server = new SpringApplicationBuilder(SilkthreadServer.class)
                        .web(WebApplicationType.NONE)
                        .run("--silkthread.dir=" + workspace.at("data"))) {
            AuditTrail trail = server.getBean(AuditTrail.class);
            append(trail, 4, time);
            List<List<Cell>> rows = new ArrayList<>();
            for (int writers : WRITERS) {
                rows.add(row(writers, append(trail, writers, time), time));
            }
            return new Findings(
                    name(),
                    List.of(
                            new Table(
                                    "Appending, each entry on disk when its call returns",
                                    List.of("writers at once", "entries", "entries/s", "ms in the middle", "ms at p95"),
                                    rows),
                            reading(trail)),
                    List.of(
                            "One machine, the embedded database on its disk; a round of the same kind warms up.",
                            "The chain has one end: those who come together share the transaction of whoever is first."));
        }
    }

    private static List<Cell> row(int writers, long[] nanos, Duration time) {
        Arrays.sort(nanos);
        return List.of(
                Cell.of(writers),
                Cell.of(nanos.length),
                Cell.of(nanos.length * NANOS_PER_SECOND / time.toNanos()),
                Cell.of(nanos[nanos.length / 2] / NANOS_PER_MILLI),
                Cell.of(nanos[nanos.length * 95 / 100] / NANOS_PER_MILLI));
    }

    /** How long each append took, in nanoseconds. */
    private static long[] append(AuditTrail trail, int writers, Duration time) {
        System.err.println("Appending with " + writers + " writers ...");
        ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                running.add(executor.submit(() -> {
                    do {
                        long begun = System.nanoTime();
                        trail.record(event());
                        taken.add(System.nanoTime() - begun);
                    } while (System.nanoTime() < end);
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An entry could not be written", e.getCause());
        }
        return taken.stream().mapToLong(Long::longValue).toArray();
    }

    private static AuditEvent event() {
        return new AuditEvent(
                        new Actor.Person("a.reader", "Ada Reader", "Clinician", "R0A"),
                        "measurement.care-gaps",
                        "patient/benchmark",
                        "2009-04-01/2010-03-31")
                .about("benchmark");
    }

    private static Table reading(AuditTrail trail) {
        System.err.println("Reading it through ...");
        long begun = System.nanoTime();
        Verification found = trail.verify();
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        if (!(found instanceof Verification.Intact intact)) {
            throw new IllegalStateException("The trail does not hold: " + found);
        }
        return new Table(
                "Reading through and computing every hash again",
                List.of("entries", "s", "entries/s"),
                List.of(List.of(Cell.of(intact.count()), Cell.of(seconds), Cell.of(intact.count() / seconds))));
    }
}
