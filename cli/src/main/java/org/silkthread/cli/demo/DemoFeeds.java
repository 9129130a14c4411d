package org.silkthread.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Inbox;

/** The feed of the hospital's emergency department: some arrivals, and one message that nobody can read. */
public final class DemoFeeds {

    private static final String CODE = "dzb-ed";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT).withZone(ZoneId.of("Europe/London"));
    private static final List<Integer> MINUTES_AGO = List.of(95, 70, 52, 31, 12, 4);

    private final Inbox inbox;
    private final Instant now;

    /**
     * @param now when the newest message was sent
     */
    public DemoFeeds(Inbox inbox, Instant now) {
        this.inbox = inbox;
        this.now = now;
    }

    /** Writes the file that opens the feed. */
    public static Path write(Path directory) {
        try {
            return Files.writeString(
                    directory.resolve("feeds.csv"),
                    "code,organisation,name,profile,silence_minutes,port,open\n" + CODE + "," + DemoPatients.HOSPITAL
                            + ",Emergency department,emergency-hl7v2,15,,yes\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demonstration's feeds", e);
        }
    }

    /** Sends the messages. */
    public void send(Feed feed) {
        for (int i = 0; i < MINUTES_AGO.size(); i++) {
            String arrived = STAMP.format(now.minusSeconds(60L * MINUTES_AGO.get(i)));
            send(feed, arrival(i + 1, arrived));
        }
        send(feed, arrival(MINUTES_AGO.size() + 1, "not noted"));
    }

    private void send(Feed feed, String message) {
        try {
            inbox.receive(feed, message.getBytes(StandardCharsets.UTF_8)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while messages were sent", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A message of the demonstration could not be kept", e);
        }
    }

    private String arrival(int number, String arrived) {
        String sent = STAMP.format(now);
        return "MSH|^~\\&|PAS|" + DemoPatients.HOSPITAL + "|SILKTHREAD||" + sent + "||ADT^A04|demo-" + number
                + "|P|2.4\rEVN|A04|" + sent + "\rPID|1||ED" + number + "\rPV1|1|E|ED||||||||||||||||demo-" + number
                + "|".repeat(25) + arrived + "\r";
    }
}
