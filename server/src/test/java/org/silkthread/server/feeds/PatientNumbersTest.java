package org.silkthread.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.feeds.store.MessageTable;

/** Whose the attendances are: numbers, merges of numbers, NHS numbers and practices, from the sender's side. */
@ServerTest
class PatientNumbersTest {

    private final TestFeeds testFeeds;
    private final MessageTable messages;
    private final Attendances attendances;

    PatientNumbersTest(TestFeeds testFeeds, MessageTable messages, Attendances attendances) {
        this.testFeeds = testFeeds;
        this.messages = messages;
        this.attendances = attendances;
    }

    private List<Attendance> now(Feed feed) {
        return attendances.of(feed, Instant.now().minus(Duration.ofDays(1)), Instant.now());
    }

    private static String header(String event, String controlId, String sentAt) {
        return "MSH|^~\\&|PAS|ZED|SILK|SILK|" + sentAt + "||ADT^" + event + "|" + controlId + "|P|2.4\rEVN|" + event
                + "|" + sentAt + "\r";
    }

    private static String arrival(String controlId, String sentAt, String visit, String patient, String practice) {
        return header("A04", controlId, sentAt) + "PID|1||" + patient + "\rPD1|" + practice + "\rPV1|1|E|ED"
                + "|".repeat(16) + visit + "|".repeat(25) + "202611210900\r";
    }

    private static String merge(String event, String controlId, String sentAt, String... pairs) {
        StringBuilder message = new StringBuilder(header(event, controlId, sentAt));
        for (int i = 0; i < pairs.length; i += 2) {
            message.append("PID|1||")
                    .append(pairs[i + 1])
                    .append("\rMRG|")
                    .append(pairs[i])
                    .append('\r');
        }
        return message.toString();
    }

    private static List<String> day() {
        return List.of(
                arrival("01", "20261121090000", "V1", "A", ""),
                arrival("02", "20261121090100", "V2", "B", ""),
                arrival("03", "20261121090200", "V3", "C", ""),
                merge("A40", "04", "20261121093000", "A", "B"),
                merge("A34", "05", "20261121094000", "B", "D", "C", "D"),
                arrival("06", "20261121100000", "V4", "A", ""));
    }

    @Test
    void the_visits_of_a_merged_number_are_anothers_in_any_order_and_when_the_day_is_sent_again() throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            Feed feed = testFeeds.open();
            List<String> disordered = new ArrayList<>(day());
            disordered.addAll(day());
            Collections.shuffle(disordered, new Random(seed));
            try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
                for (String message : disordered) {
                    assertThat(sender.send(message)).contains("MSA|AA|");
                }
            }
            assertThat(now(feed))
                    .extracting(
                            one -> one.number() + " of " + one.get(Kind.PATIENT).orElse("nobody"))
                    .as("order %d", seed)
                    .containsExactlyInAnyOrder("V1 of D", "V2 of D", "V3 of D", "V4 of A");
        }
    }

    @Test
    void a_merge_that_lacks_a_number_waits_for_a_person() throws IOException {
        Feed feed = testFeeds.open();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            assertThat(sender.send(merge("A40", "1", "20261121093000", "", "B")))
                    .contains("MSA|AE|1|");
            assertThat(sender.send(merge("A40", "2", "20261121093000", "A", "")))
                    .contains("MSA|AE|2|");
            assertThat(sender.send(merge("A40", "3", "20261121093000", "A", "A")))
                    .contains("MSA|AE|3|");
            assertThat(sender.send(merge("A40", "4", "20261121093000"))).contains("MSA|AE|4|");
        }
        assertThat(messages.waiting(feed.code(), 10))
                .extracting(MessageTable.Waiting::why)
                .satisfiesExactly(
                        why -> assertThat(why).contains("MRG segment"),
                        why -> assertThat(why).contains("PID-3"),
                        why -> assertThat(why).contains("the same"),
                        why -> assertThat(why).contains("MRG"));
    }

    @Test
    void the_organisations_number_the_nhs_number_and_the_practice_are_told_apart() throws IOException {
        Feed feed = testFeeds.open("out-of-hours-hl7v2");
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            sender.send(arrival("1", "20261121090000", "V1", "999 000 0018^^^NHS^NH~H1^^^ZED^MR", "||Surgery^^V81999"));
            sender.send(arrival(
                    "2", "20261121090000", "V2", "H2~9990000019^^^^NH", "|||G9999998^Price^Ann^^^^^^^^^^^V81998"));
            sender.send(arrival("3", "20261121090000", "V3", "H3", "||The surgery"));
        }
        assertThat(now(feed))
                .extracting(one ->
                        one.number() + " " + one.get(Kind.PATIENT) + one.get(Kind.NHS_NUMBER) + one.get(Kind.PRACTICE))
                .containsExactlyInAnyOrder(
                        "V1 Optional[H1]Optional[9990000018]Optional[V81999]",
                        "V2 Optional[H2]Optional.emptyOptional[V81998]",
                        "V3 Optional[H3]Optional.emptyOptional.empty");
    }
}
