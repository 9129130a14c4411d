package org.silkthread.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Inbox;

/** The waits of two people who can sign in: referrals, and a visit to the emergency department. */
public final class DemoWaits {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT).withZone(ZoneId.of("Europe/London"));
    /** The feed that the message about the visit comes by. */
    public static final String FEED = "dzb-ed";

    private static final int MINUTES_AGO = 95;

    private final Inbox inbox;
    private final Instant now;

    /**
     * @param now when the message about the visit was sent
     */
    public DemoWaits(Inbox inbox, Instant now) {
        this.inbox = inbox;
        this.now = now;
    }

    /** Writes the file of referrals: one that takes too long, one that does not, one that ended. */
    public static Path write(Path directory, LocalDate today) {
        String rows = "organisation,pathway,service,nhs_number,date_of_birth,id,version,event,day,detail\n"
                + event("leila-haddad", "P1", "Trauma and orthopaedics", "1", "referral-received", today.minusDays(134))
                + event("leila-haddad", "P1", "Trauma and orthopaedics", "2", "attended", today.minusDays(80))
                + event("leila-haddad", "P1", "Trauma and orthopaedics", "3", "decision-to-admit", today.minusDays(79))
                + event("john-smith", "P2", "Cardiology", "1", "referral-received", today.minusDays(37))
                + event("john-smith", "P3", "Ophthalmology", "1", "referral-received", today.minusDays(300))
                + event("john-smith", "P3", "Ophthalmology", "2", "treated-not-admitted", today.minusDays(230));
        try {
            return Files.writeString(directory.resolve("referral-events.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demonstration's referrals", e);
        }
    }

    private static String event(String key, String pathway, String service, String id, String kind, LocalDate day) {
        DemoPatients.Patient patient = patient(key);
        return String.join(
                        ",",
                        DemoPatients.HOSPITAL,
                        pathway,
                        service,
                        patient.nhsNumber(),
                        patient.born().toString(),
                        pathway + "-" + id,
                        "1",
                        kind,
                        day.toString(),
                        "")
                + "\n";
    }

    private static DemoPatients.Patient patient(String key) {
        return DemoPatients.all().stream()
                .filter(patient -> patient.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Sends the message about the visit. */
    public void send(Feed feed) {
        DemoPatients.Patient patient = patient("leila-haddad");
        String sent = STAMP.format(now);
        String message = "MSH|^~\\&|PAS|" + DemoPatients.HOSPITAL + "|SILKTHREAD||" + sent
                + "||ADT^A04|demo-visit|P|2.4\rEVN|A04|" + sent + "\rPID|1||ED99~" + patient.nhsNumber()
                + "^^^NHS||" + patient.family() + "^" + patient.given() + "||"
                + DateTimeFormatter.BASIC_ISO_DATE.format(patient.born())
                + "\rPV1|1|E|ED||||||||||||||||demo-visit" + "|".repeat(25)
                + STAMP.format(now.minusSeconds(60L * MINUTES_AGO)) + "\r";
        try {
            inbox.receive(feed, message.getBytes(StandardCharsets.UTF_8)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a message was sent", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A message of the demonstration could not be kept", e);
        }
    }
}
