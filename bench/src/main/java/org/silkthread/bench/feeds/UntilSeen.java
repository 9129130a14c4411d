package org.silkthread.bench.feeds;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.silkthread.bench.report.Cell;
import org.silkthread.cli.mllp.MllpSender;

/**
 * How long it takes from a message to the screens that show it. Messages are sent at a steady rate whatever becomes of those
 * before, and timed from when they were due. A screen shows counts to the nearest 5, so of every five arrivals one can be told:
 * the third, which makes the count round up.
 */
final class UntilSeen {

    static final List<String> COLUMNS =
            List.of("messages/s", "screens", "messages", "answer ms p50", "p95", "p99", "seen ms p50", "p95", "p99");

    private static final int WINDOW = 1_000;
    private static final int MOST_OF_ONE = 100;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LAST = Duration.ofMinutes(1);

    private final Region region;
    private final Arrivals arrivals = new Arrivals();
    private final List<Long> people = new ArrayList<>();

    UntilSeen(Region region) {
        this.region = region;
        for (int i = 0; i < region.departments(); i++) {
            people.add(0L);
        }
    }

    /**
     * Sends and measures.
     *
     * @param watched the department that is looked at; it sends a hundred messages a second at most, others send the rest
     * @param rate of all messages a second
     * @param screens how many look at it
     */
    List<Cell> row(int watched, int rate, int screens, Duration time) {
        System.err.println("Sending " + rate + " messages a second, " + screens + " screens ...");
        int messages = (int) (rate * time.toMillis() / 1_000);
        AtomicLongArray due = new AtomicLongArray(messages + 1);
        Lengths answers = new Lengths();
        Lengths seen = new Lengths();
        List<MllpSender> senders = new ArrayList<>();
        List<Screen> walls = new ArrayList<>();
        // Not closed by try: that would wait for the streams, which end when it is shut down.
        @SuppressWarnings("resource")
        HttpClient client = HttpClient.newHttpClient();
        try {
            List<Shown> shown = new ArrayList<>();
            for (int i = 0; i < screens; i++) {
                shown.add(new Shown(due, people.get(watched), seen));
                walls.add(new Screen(client, region.wall(watched), shown.getLast()));
            }
            for (Screen wall : walls) {
                wall.awaitFirst();
            }
            for (int i = 0; i < region.departments(); i++) {
                senders.add(new MllpSender(
                        region.feed(i),
                        WINDOW,
                        PATIENCE,
                        delivery -> answers.add(delivery.took().toNanos())));
            }
            send(watched, rate, due, senders);
            for (MllpSender sender : senders) {
                sender.report();
            }
            for (Shown one : shown) {
                one.awaitLast(LAST);
            }
        } catch (IOException e) {
            throw new IllegalStateException("A message could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } finally {
            walls.forEach(Screen::close);
            client.shutdownNow();
            senders.forEach(MllpSender::close);
        }
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(rate), Cell.of(screens), Cell.of(messages)));
        cells.addAll(answers.cells());
        cells.addAll(seen.cells());
        return cells;
    }

    private void send(int watched, int rate, AtomicLongArray due, List<MllpSender> senders)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        double ofWatched = Math.min(1, MOST_OF_ONE / (double) rate);
        double owed = 0;
        int of = 0;
        for (int i = 0; i + 1 < due.length(); i++) {
            long moment = begun + (long) (i * NANOS_PER_SECOND / rate);
            while (System.nanoTime() < moment) {
                LockSupport.parkNanos(moment - System.nanoTime());
            }
            owed += ofWatched;
            int department = watched;
            if (owed >= 1 || senders.size() == 1) {
                owed -= 1;
                due.set(++of, moment);
            } else {
                department = (watched + 1 + i % (senders.size() - 1)) % senders.size();
            }
            senders.get(department).send(arrivals.next());
        }
        people.set(watched, people.get(watched) + of);
        due.set(0, of);
    }
}
