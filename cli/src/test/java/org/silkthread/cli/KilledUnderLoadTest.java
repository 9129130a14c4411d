package org.silkthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.cli.mllp.Delivery;
import org.silkthread.cli.mllp.MllpSender;
import org.silkthread.cli.mllp.Playing;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.cli.mllp.SendingReport;
import org.silkthread.cli.synth.department.DepartmentOrder;
import org.silkthread.cli.synth.department.EmergencyPlay;
import org.silkthread.cli.synth.department.Stretch;

/**
 * A day of a department is sent while the server is killed, and then the database under it. What was acknowledged is there, once;
 * sender, server and database go on by themselves; and the screen on the wall shows what a script that shares no line with the
 * product works out from the messages alone.
 */
class KilledUnderLoadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WINDOW = 64;
    /** So many that figures are shown and not hidden at every hour of the day at which this runs. */
    private static final int ATTENDANCES = 1_600;

    @TempDir
    private Path folder = Path.of("");

    private final List<Sending> day = day();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Set<String>> beforeTheKill = new CompletableFuture<>();
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    @Timeout(300)
    void nothing_acknowledged_is_lost_nothing_counts_twice_and_the_wall_shows_what_the_messages_say() throws Exception {
        PlayedInstallation installation = PlayedInstallation.in(folder);
        ServerProcess killed = ServerProcess.serving(installation.data());
        Consumer<Delivery> note = delivery -> note(delivery, killed, installation);
        try (MllpSender sender = new MllpSender(installation.feed(), WINDOW, PATIENCE, note)) {
            CompletableFuture<SendingReport> sent =
                    CompletableFuture.supplyAsync(() -> play(sender), Thread::startVirtualThread);
            Set<String> acknowledgedBefore = beforeTheKill.join();
            try (ServerProcess server = ServerProcess.serving(installation.data())) {
                SendingReport report = sent.join();

                assertThat(installation.found("select control_id from feeds.message"))
                        .containsAll(acknowledgedBefore);
                assertThat(refused).isEmpty();
                assertThat(report.complete()).as(report.toString()).isTrue();
                assertThat(report.connections()).as(report.toString()).isGreaterThan(1);
                everythingIsThereOnce(installation);
                assertTheWallIsRight(installation, server);

                replayed(installation);
                everythingIsThereOnce(installation);
                assertTheWallIsRight(installation, server);
            }
        } finally {
            killed.kill9();
        }
    }

    /** Kills at a third and at two thirds of the day, while the sender waits for this and other messages are on their way. */
    private void note(Delivery delivery, ServerProcess server, PlayedInstallation installation) {
        (delivery.answer().accepted() ? acknowledged : refused)
                .add(delivery.sending().controlId());
        int answer = answers.incrementAndGet();
        if (answer == day.size() / 3) {
            server.kill9();
            beforeTheKill.complete(Set.copyOf(acknowledged));
        } else if (answer == 2 * day.size() / 3) {
            installation.killDatabase();
        }
    }

    private SendingReport play(MllpSender sender) {
        try {
            return new Playing(Clock.systemUTC(), message -> Instant.MIN, message -> {}).play(day, sender);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while messages were sent", e);
        }
    }

    private void replayed(PlayedInstallation installation) {
        try (MllpSender sender = new MllpSender(installation.feed(), WINDOW, PATIENCE, delivery -> {})) {
            SendingReport again = play(sender);
            assertThat(again.keptBefore()).as(again.toString()).isEqualTo(day.size());
        }
    }

    /** The messages, and what they say. */
    private void everythingIsThereOnce(PlayedInstallation installation) throws SQLException {
        List<String> numbers = day.stream().map(Sending::controlId).distinct().toList();
        assertThat(installation.found("select control_id from feeds.message where refused is null"))
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(installation.found("select control_id from activity.saying"))
                .containsExactlyInAnyOrderElementsOf(numbers);
    }

    private void assertTheWallIsRight(PlayedInstallation installation, ServerProcess server)
            throws IOException, InterruptedException {
        PlayedInstallation.Figures shown = installation.shown(server);
        assertThat(shown).isEqualTo(installation.workedOut(day, shown.moment()));
    }

    private static List<Sending> day() {
        Instant now = Clock.systemUTC().instant();
        return new EmergencyPlay(DepartmentOrder.ordinary(
                        11, "DZB", new Stretch(now.minus(Duration.ofDays(1)), now), ATTENDANCES))
                .sendings();
    }
}
