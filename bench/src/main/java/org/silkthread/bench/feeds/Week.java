package org.silkthread.bench.feeds;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.bench.report.Cell;
import org.silkthread.cli.mllp.MllpSender;
import org.silkthread.cli.mllp.Playing;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.cli.mllp.SendingReport;
import org.silkthread.cli.synth.department.DepartmentOrder;
import org.silkthread.cli.synth.department.EmergencyPlay;
import org.silkthread.cli.synth.department.Stretch;

/** What a screen that hangs there for days leaves in the server's memory: a week of a department, day by day. */
final class Week {

    private static final double BYTES_IN_MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Region region;

    Week(Region region) {
        this.region = region;
    }

    /** A row before the first day, and one after each. */
    List<List<Cell>> rows(int days) {
        List<List<Cell>> rows = new ArrayList<>();
        // Not closed by try: that would wait for the stream, which ends when it is shut down.
        @SuppressWarnings("resource")
        HttpClient client = HttpClient.newHttpClient();
        try (Screen screen = new Screen(client, region.wall(0), people -> {})) {
            screen.awaitFirst();
            Instant end = Clock.systemUTC().instant();
            rows.add(row(0, 0));
            for (int day = 1; day <= days; day++) {
                System.err.println("Day " + day + " ...");
                Instant from = end.minus(Duration.ofDays(days - day + 1L));
                rows.add(row(day, send(day, new Stretch(from, from.plus(Duration.ofDays(1))))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } finally {
            client.shutdownNow();
        }
        return rows;
    }

    private long send(int seed, Stretch day) throws InterruptedException {
        List<Sending> messages =
                new EmergencyPlay(DepartmentOrder.ordinary(seed, "ZED", day, DepartmentOrder.ATTENDANCES)).sendings();
        try (MllpSender sender = new MllpSender(region.feed(0), 64, PATIENCE, delivery -> {})) {
            SendingReport report =
                    new Playing(Clock.systemUTC(), message -> Instant.MIN, message -> {}).play(messages, sender);
            if (!report.complete()) {
                throw new IllegalStateException("Not every message was accepted: " + report);
            }
            return report.given();
        }
    }

    private static List<Cell> row(int day, long messages) throws InterruptedException {
        // What the screen holds of the last second is let go before the memory is looked at.
        Thread.sleep(Duration.ofSeconds(2));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                Cell.of(day),
                Cell.of(messages),
                Cell.of((runtime.totalMemory() - runtime.freeMemory()) / BYTES_IN_MIB));
    }
}
