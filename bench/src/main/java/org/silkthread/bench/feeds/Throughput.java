package org.silkthread.bench.feeds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.silkthread.bench.report.Cell;
import org.silkthread.cli.mllp.MllpSender;
import org.silkthread.cli.mllp.Playing;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.cli.mllp.SendingReport;
import org.silkthread.cli.synth.department.DepartmentOrder;
import org.silkthread.cli.synth.department.EmergencyPlay;
import org.silkthread.cli.synth.department.Stretch;

/** Departments that send their days as fast as these are taken. */
final class Throughput {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PER_DAY = 9;

    private final Region region;
    private long seed;

    Throughput(Region region) {
        this.region = region;
    }

    /**
     * Sends and measures.
     *
     * @param departments how many send at once
     * @param window how many messages of each are without an answer
     * @param messages of all of them together, roughly
     */
    List<Cell> row(int departments, int window, int messages) {
        System.err.println("Sending from " + departments + " departments, " + window + " unanswered ...");
        List<List<Sending>> days = new ArrayList<>();
        for (int i = 0; i < departments; i++) {
            days.add(day(Math.max(1, messages / departments / PER_DAY)));
        }
        long begun = System.nanoTime();
        List<SendingReport> reports = sendAll(days, window);
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        long sent = 0;
        Lengths lengths = new Lengths();
        for (SendingReport report : reports) {
            if (!report.complete()) {
                throw new IllegalStateException("Not every message was accepted: " + report);
            }
            sent += report.given();
            for (long micros : report.micros()) {
                lengths.add(micros * 1_000);
            }
        }
        List<Cell> cells =
                new ArrayList<>(List.of(Cell.of(departments), Cell.of(window), Cell.of(sent), Cell.of(sent / seconds)));
        cells.addAll(lengths.cells());
        return cells;
    }

    private List<Sending> day(int attendances) {
        Instant now = Clock.systemUTC().instant();
        return new EmergencyPlay(DepartmentOrder.ordinary(
                        ++seed, "ZED", new Stretch(now.minus(Duration.ofDays(1)), now), attendances))
                .sendings();
    }

    private List<SendingReport> sendAll(List<List<Sending>> days, int window) {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SendingReport>> running = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                int department = i;
                running.add(senders.submit(() -> send(department, days.get(department), window)));
            }
            List<SendingReport> reports = new ArrayList<>();
            for (Future<SendingReport> one : running) {
                reports.add(one.get());
            }
            return reports;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A department could not send", e.getCause());
        }
    }

    private SendingReport send(int department, List<Sending> day, int window) throws InterruptedException {
        try (MllpSender sender = new MllpSender(region.feed(department), window, PATIENCE, delivery -> {})) {
            return new Playing(Clock.systemUTC(), message -> Instant.MIN, message -> {}).play(day, sender);
        }
    }
}
