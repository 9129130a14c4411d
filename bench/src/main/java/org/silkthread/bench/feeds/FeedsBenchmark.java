package org.silkthread.bench.feeds;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;

/** Messages over MLLP to the disk and to screens on walls. */
public final class FeedsBenchmark implements Benchmark {

    private static final int REGION = 100;
    private static final int SCREENS = 200;
    private static final List<Integer> RATES = List.of(10, 100, 1_000);

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public String about() {
        return "HL7 messages over MLLP to the disk and to screens on walls; a region's departments; many screens; a week";
    }

    @Override
    public Findings run(Effort effort) {
        boolean full = effort == Effort.FULL;
        Duration time = full ? Duration.ofSeconds(40) : Duration.ofMillis(500);
        try (Region region = new Region(full ? REGION : 4)) {
            return new Findings(
                    name(),
                    List.of(
                            throughput(region, full),
                            // Each row has a department of its own, so that every screen begins with nobody.
                            new Table(
                                    "From a message to the screens that show it",
                                    UntilSeen.COLUMNS,
                                    untilSeen(region, full, time)),
                            new Table(
                                    "A week of a department of 400 attendances a day, with a screen on the wall",
                                    List.of("day", "messages", "MiB in use after collection"),
                                    new Week(region).rows(full ? 7 : 1))),
                    List.of(
                            "Senders and screens run in the server's process and share its processors.",
                            "Messages of days are all kinds that a department sends; the others are arrivals.",
                            "A screen is sent at most one event a second, so half a second is the least on average."));
        }
    }

    private static Table throughput(Region region, boolean full) {
        Throughput throughput = new Throughput(region);
        int messages = full ? 40_000 : 20;
        throughput.row(2, 64, messages / 4);
        List<List<Cell>> rows = full
                ? List.of(
                        throughput.row(1, 1, messages / 20),
                        throughput.row(1, 64, messages),
                        throughput.row(10, 64, messages),
                        throughput.row(REGION, 16, messages))
                : List.of(throughput.row(1, 4, messages));
        return new Table(
                "Days of departments, sent as fast as they are taken",
                List.of("departments", "unanswered each", "messages", "messages/s", "ms p50", "ms p95", "ms p99"),
                rows);
    }

    private static List<List<Cell>> untilSeen(Region region, boolean full, Duration time) {
        UntilSeen untilSeen = new UntilSeen(region);
        if (!full) {
            return List.of(untilSeen.row(1, 100, 2, time));
        }
        return IntStream.rangeClosed(0, RATES.size())
                .mapToObj(i -> i < RATES.size()
                        ? untilSeen.row(i + 1, RATES.get(i), 1, time)
                        : untilSeen.row(i + 1, 100, SCREENS, time))
                .toList();
    }
}
