package org.silkthread.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.cli.synth.department.DepartmentOrder;
import org.silkthread.cli.synth.department.EmergencyPlay;
import org.silkthread.cli.synth.department.Stretch;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Inbox;
import org.silkthread.server.feeds.Receipt;

/**
 * The hospital's emergency department, which goes on while the demonstration runs. It opened six hours before the
 * demonstration was loaded and is played for a week; what came while the program was stopped is sent when it starts again, as
 * a hospital's own system would.
 */
public final class DemoDepartment {

    private static final long SEED = 2008;
    private static final Duration BEFORE = Duration.ofHours(6);
    private static final Duration AFTER = Duration.ofDays(7);
    /** Messages may come a quarter of an hour after younger ones. */
    private static final Duration DISORDER = Duration.ofHours(1);

    private final Inbox inbox;
    private final Feed feed;
    private final Clock clock;
    private final Path opened;

    /**
     * @param directory where it is noted when the department opened
     */
    public DemoDepartment(Inbox inbox, Feed feed, Clock clock, Path directory) {
        this.inbox = inbox;
        this.feed = feed;
        this.clock = clock;
        this.opened = directory.resolve("department");
    }

    /** Opens the department, sends what has happened until now, and one message that nobody can read. */
    public void open() {
        try {
            Files.writeString(opened, clock.instant().minus(BEFORE).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot note when the demonstration's department opened", e);
        }
        Instant now = clock.instant();
        send(sendings().stream().filter(sending -> !sending.at().isAfter(now)).toList());
        send(List.of(new Sending(now, unreadable())));
    }

    /**
     * Sends what happens from now on, when it happens, on a thread of its own.
     *
     * @param newest when the newest message came that is known already
     */
    public void goOn(Instant newest) {
        List<Sending> next = sendings().stream()
                .filter(sending -> sending.at().isAfter(newest.minus(DISORDER)))
                .toList();
        Thread.ofVirtual().name("demonstration-department").start(() -> play(next));
    }

    private List<Sending> sendings() {
        try {
            Instant from = Instant.parse(Files.readString(opened));
            Stretch week = new Stretch(from, from.plus(BEFORE).plus(AFTER));
            return new EmergencyPlay(
                            DepartmentOrder.ordinary(SEED, DemoPatients.HOSPITAL, week, DepartmentOrder.ATTENDANCES))
                    .sendings();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read when the demonstration's department opened", e);
        }
    }

    private void play(List<Sending> next) {
        try {
            for (Sending sending : next) {
                Duration wait = Duration.between(clock.instant(), sending.at());
                if (wait.isPositive()) {
                    Thread.sleep(wait);
                }
                send(List.of(sending));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CompletionException e) {
            // The server stops, or its database does; the next start sends the rest.
            System.err.println("The demonstration's department stops: " + e.getMessage());
        }
    }

    private void send(List<Sending> sendings) {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        try {
            for (Sending sending : sendings) {
                receipts.add(inbox.receive(feed, sending.message().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        receipts.forEach(CompletableFuture::join);
    }

    private static String unreadable() {
        return "MSH|^~\\&|PAS|" + DemoPatients.HOSPITAL
                + "|SILKTHREAD||20260101000000+0000||ADT^A04|demo-unreadable|P|2.4\r"
                + "PID|1||ED7\rPV1|1|E|ED||||||||||||||||demo-7" + "|".repeat(25) + "not noted\r";
    }
}
