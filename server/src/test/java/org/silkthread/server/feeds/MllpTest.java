package org.silkthread.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.feeds.store.MessageTable;
import org.silkthread.server.tabular.ImportReport;

/** Messages over TCP, from the sender's side. */
@ServerTest
class MllpTest {

    private static final int LONGEST = 1 << 20;

    private final TestFeeds testFeeds;
    private final Feeds feeds;
    private final MessageTable messages;
    private final Attendances attendances;

    MllpTest(TestFeeds testFeeds, Feeds feeds, MessageTable messages, Attendances attendances) {
        this.testFeeds = testFeeds;
        this.feeds = feeds;
        this.messages = messages;
        this.attendances = attendances;
    }

    private List<Attendance> now(Feed feed) {
        return attendances.of(feed, Instant.now().minus(Duration.ofDays(1)), Instant.now());
    }

    @Test
    void given_an_arrival_and_a_departure_then_both_are_acknowledged_and_stand() throws IOException {
        Feed feed = testFeeds.open();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            assertThat(sender.send(Messages.arrival("1", "20261121093000", "V1", "202611210928")))
                    .contains("MSA|AA|1");
            assertThat(sender.send(Messages.noted("2", "20261121100000", "V1", "ED-SEEN", "202611210959", "F")))
                    .contains("MSA|AA|2");
            assertThat(sender.send(Messages.departure("3", "20261121120000", "V1", "202611211155")))
                    .contains("MSA|AA|3");
        }
        assertThat(now(feed)).singleElement().satisfies(attendance -> {
            assertThat(attendance.at(Kind.ARRIVED)).contains(Instant.parse("2026-11-21T09:28:00Z"));
            assertThat(attendance.at(Kind.SEEN)).contains(Instant.parse("2026-11-21T09:59:00Z"));
            assertThat(attendance.at(Kind.DEPARTED)).contains(Instant.parse("2026-11-21T11:55:00Z"));
        });
        assertThat(feeds.newest(feed)).isPresent();
    }

    @Test
    void given_the_same_again_then_it_is_acknowledged_and_counts_once() throws IOException {
        Feed feed = testFeeds.open();
        String arrival = Messages.arrival("1", "20261121093000", "V1", "202611210928");
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            sender.send(arrival);
            assertThat(sender.send(arrival)).contains("MSA|AA|1").contains("Kept before");
        }
        assertThat(now(feed)).hasSize(1);
    }

    @Test
    void given_cancellations_and_corrections_then_they_count_by_the_senders_clock() throws IOException {
        Feed feed = testFeeds.open();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            // The correction of nine minutes past comes before what it corrects.
            sender.send(Messages.adt("A08", "9", "20261121094000", "V1", "|".repeat(25) + "202611210920"));
            sender.send(Messages.arrival("1", "20261121093000", "V1", "202611210928"));
            sender.send(Messages.adt("A13", "4", "20261121121000", "V1", ""));
            sender.send(Messages.departure("3", "20261121120000", "V1", "202611211155"));
            sender.send(Messages.arrival("5", "20261121130000", "V2", "202611211300"));
            sender.send(Messages.adt("A11", "6", "20261121130500", "V2", ""));
        }
        assertThat(now(feed)).filteredOn(Attendance::counts).singleElement().satisfies(attendance -> {
            assertThat(attendance.number()).isEqualTo("V1");
            assertThat(attendance.at(Kind.ARRIVED)).contains(Instant.parse("2026-11-21T09:20:00Z"));
            assertThat(attendance.at(Kind.DEPARTED)).isEmpty();
        });
    }

    @Test
    void given_messages_sent_without_waiting_then_answers_come_in_their_order() throws IOException {
        Feed feed = testFeeds.open();
        int many = 1_000;
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < many; i++) {
                    try {
                        sender.sendAhead(Messages.arrival("c" + i, "20261121093000", "V" + i, "202611210928")
                                .getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            for (int i = 0; i < many; i++) {
                assertThat(sender.answer()).contains("MSA|AA|c" + i + "\r");
            }
        }
        assertThat(now(feed)).hasSize(many);
    }

    @Test
    void given_what_cannot_be_read_then_it_is_kept_with_a_reason_and_the_next_is_taken() throws IOException {
        Feed feed = testFeeds.open();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            assertThat(sender.send("good morning")).contains("MSA|AE||");
            assertThat(sender.send("MSH\r|^~\\&|PAS")).contains("MSA|AE||");
            assertThat(sender.send(Messages.arrival("7", "20261121093000", "", "202611210928")))
                    .contains("MSA|AE|7|")
                    .contains("PV1-19");
            assertThat(sender.send(Messages.arrival("8", "20261121093000", "V8", "202603290130")))
                    .contains("MSA|AE|8|")
                    .contains("PV1-44");
            assertThat(sender.send(Messages.arrival("9", "20261121093000", "V9", "202611210928")))
                    .contains("MSA|AA|9");
        }
        assertThat(messages.waiting(feed.code(), 10))
                .extracting(MessageTable.Waiting::why)
                .satisfiesExactly(
                        why -> assertThat(why).contains("MSH"),
                        why -> assertThat(why).contains("taken apart"),
                        why -> assertThat(why).contains("PV1-19"),
                        why -> assertThat(why).contains("PV1-44"));
        assertThat(now(feed)).extracting(Attendance::number).containsExactly("V9");
    }

    @Test
    void given_a_message_without_end_then_its_beginning_waits_and_the_connection_ends() throws IOException {
        Feed feed = testFeeds.open();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            sender.sendAhead(new byte[LONGEST + 1]);
            assertThat(sender.answer()).contains("MSA|AE||");
        }
        assertThat(messages.waiting(feed.code(), 10)).hasSize(1);
    }

    /** 10,000 with {@code -Dsilkthread.fuzz.messages=10000}. */
    @Test
    void given_mutated_messages_then_each_is_answered_and_each_refused_one_waits_with_a_reason() throws IOException {
        int many = Integer.getInteger("silkthread.fuzz.messages", 1_000);
        Feed feed = testFeeds.open();
        Random random = new Random(42);
        int refused = 0;
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            for (int i = 0; i < many; i++) {
                byte[] mutated = mutated(Messages.arrival("f" + i, "20261121093000", "F" + i, "202611210928"), random);
                sender.sendAhead(mutated);
                String answer = sender.answer();
                assertThat(answer).containsPattern("MSA\\|A[AE]\\|");
                refused += answer.contains("MSA|AE|") ? 1 : 0;
            }
        }
        System.out.println(many + " mutated messages: " + refused + " refused");
        assertThat(messages.waiting(feed.code(), many))
                .hasSize(refused)
                .allSatisfy(waiting -> assertThat(waiting.why()).isNotBlank());
        assertThat(refused).isBetween(1, many - 1);
    }

    /** Some bytes changed, taken out, doubled or moved; never the character that ends a frame. */
    private static byte[] mutated(String message, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : message.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(one);
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.size() > 10; i++) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, (byte) "|^~\\&\r0A\0".charAt(random.nextInt(9)));
                case 3 ->
                    bytes.subList(at, Math.min(bytes.size(), at + random.nextInt(60)))
                            .clear();
                default -> bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(bytes.size(), at + 30))));
            }
        }
        bytes.removeIf(one -> one == 0x1C || one == 0x0B);
        byte[] mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }

    @Test
    void given_a_closed_feed_then_nobody_can_send_to_it() {
        Feed feed = testFeeds.open();
        testFeeds.take("code,organisation,name,profile,silence_minutes,port,open\n" + feed.code()
                + ",ZED,Emergency department,emergency-hl7v2,5," + feed.port().orElseThrow() + ",no\n");

        Optional<IOException> refused = Optional.empty();
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            sender.send(Messages.arrival("1", "20261121093000", "V1", "202611210928"));
        } catch (IOException e) {
            refused = Optional.of(e);
        }
        assertThat(refused).isPresent();
    }

    @Test
    void given_a_file_with_bad_feeds_then_each_is_named_and_nothing_changes() {
        ImportReport report = testFeeds.take("code,organisation,name,profile,silence_minutes,port,open\n"
                + "ED,ZED,Emergency department,emergency-hl7v2,5,2575,yes\n"
                + "ed-1,ZED,Emergency department,other,5,2575,yes\n"
                + "ed-2,ZED,Emergency department,emergency-hl7v2,0,2575,yes\n"
                + "ed-3,ZED,Emergency department,emergency-hl7v2,5,70000,yes\n"
                + "ed-4,ZED,Emergency department,emergency-hl7v2,5,2575,perhaps\n");

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems()).hasSize(5);
        assertThat(feeds.find("ed-1")).isEmpty();
    }
}
