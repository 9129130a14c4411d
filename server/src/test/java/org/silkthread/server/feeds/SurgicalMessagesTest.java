package org.silkthread.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.feeds.store.MessageTable;

/** The profile {@code surgical-hl7v2}, from the sender's side. */
@ServerTest
class SurgicalMessagesTest {

    private static final Instant EVER = Instant.parse("2020-01-01T00:00:00Z");

    private final TestFeeds testFeeds;
    private final MessageTable messages;
    private final Attendances attendances;

    SurgicalMessagesTest(TestFeeds testFeeds, MessageTable messages, Attendances attendances) {
        this.testFeeds = testFeeds;
        this.messages = messages;
        this.attendances = attendances;
    }

    private static String message(String kind, String controlId, String sentAt, String... segments) {
        return "MSH|^~\\&|PAS|ZED|SILK|SILK|" + sentAt + "||" + kind + "|" + controlId + "|P|2.4\r"
                + String.join("\r", segments) + "\r";
    }

    private static String stay(String number, String rest) {
        return "PV1|1|I|URO^1^A|||||||101" + "|".repeat(9) + number + rest;
    }

    private static String stay(String number) {
        return stay(number, "");
    }

    /** A segment whose fields, by their numbers, are these. */
    private static String segment(String name, Map<Integer, String> fields) {
        StringBuilder segment = new StringBuilder(name);
        int last = fields.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i = 1; i <= last; i++) {
            segment.append('|').append(fields.getOrDefault(i, ""));
        }
        return segment.toString();
    }

    private static String complication(String number, String code, String at, String status) {
        return segment("OBX", Map.of(1, "1", 2, "CE", 3, "COMPLICATION", 4, number, 5, code, 11, status, 14, at));
    }

    private Attendance after(Feed feed, List<String> sent) throws IOException {
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            for (String message : sent) {
                assertThat(sender.send(message)).as(message).contains("MSA|AA|");
            }
        }
        return attendances
                .of(feed, Instant.now().minus(Duration.ofDays(1)), Instant.now())
                .getFirst();
    }

    private static List<String> urology() {
        return List.of(
                message(
                        "SIU^S12",
                        "01",
                        "20261110090000",
                        "SCH|OP7",
                        segment("AIS", Map.of(3, "M61.1^Open excision of prostate^OPCS4", 4, "202611200900")),
                        stay("S1")),
                message("SIU^S13", "02", "20261111090000", "SCH|OP7||||||||||^^^202611210930", stay("S1")),
                message(
                        "ADT^A01",
                        "03",
                        "20261121070500",
                        "EVN|A01|20261121070500",
                        "PID|1||H1",
                        stay("S1", "|".repeat(25) + "202611210700")),
                message(
                        "ORU^R01",
                        "04",
                        "20261121100000",
                        stay("S1"),
                        segment("OBR", Map.of(2, "OP7", 7, "202611210940"))),
                message(
                        "ORU^R01",
                        "05",
                        "20261121113500",
                        stay("S1"),
                        segment("OBR", Map.of(2, "OP7", 7, "202611210945", 8, "202611211130", 44, "M65.3"))),
                message(
                        "ORU^R01",
                        "06",
                        "20261122080000",
                        stay("S1"),
                        complication("1", "RETURN-TO-THEATRE", "202611212200", "F"),
                        complication("2", "T81.4", "202611220700", "F")),
                message("ORU^R01", "07", "20261122090000", stay("S1"), complication("2", "T81.4", "202611220700", "W")),
                message(
                        "ADT^A03",
                        "08",
                        "20261124110000",
                        "EVN|A03|20261124110000",
                        stay("S1", "|".repeat(26) + "202611241045")));
    }

    @Test
    void a_stay_has_its_operation_as_planned_and_as_done_and_what_went_wrong_in_any_order() throws IOException {
        Attendance stay = after(testFeeds.open("surgical-hl7v2"), urology());

        assertThat(stay.at(Kind.ARRIVED)).contains(Instant.parse("2026-11-21T07:00:00Z"));
        assertThat(stay.at(Kind.DEPARTED)).contains(Instant.parse("2026-11-24T10:45:00Z"));
        assertThat(stay.get(Kind.SPECIALTY)).contains("101");
        assertThat(stay.parts(Kind.OPERATION_SCHEDULED)).isEqualTo(Map.of("OP7", "2026-11-21T09:30:00Z"));
        assertThat(stay.parts(Kind.PROCEDURE)).isEqualTo(Map.of("OP7", "M653"));
        assertThat(stay.lengths(
                        Kind.OPERATION_STARTED,
                        Kind.OPERATION_ENDED,
                        EVER,
                        Instant.now().plus(Duration.ofDays(9_999))))
                .containsExactly(Duration.ofMinutes(105));
        assertThat(stay.parts(Kind.COMPLICATION)).isEqualTo(Map.of("1", "RETURN-TO-THEATRE"));
        assertThat(stay.parts(Kind.COMPLICATED)).isEqualTo(Map.of("1", "2026-11-21T22:00:00Z"));
        assertThat(after(testFeeds.open("surgical-hl7v2"), urology().reversed()))
                .isEqualTo(stay);
    }

    @Test
    void an_operation_that_is_called_off_is_so_until_it_is_booked_again() throws IOException {
        Feed feed = testFeeds.open("surgical-hl7v2");
        List<String> off = List.of(
                message("SIU^S12", "1", "20261110090000", "SCH||F1|||||||||^^^202611210930", stay("S1")),
                message("SIU^S15", "2", "20261111090000", "SCH||F1", stay("S1")));
        assertThat(after(feed, off).parts(Kind.OPERATION_CANCELLED)).isEqualTo(Map.of("F1", "true"));

        List<String> again =
                List.of(message("SIU^S12", "3", "20261112090000", "SCH||F1|||||||||^^^202611220930", stay("S1")));
        assertThat(after(feed, again).parts(Kind.OPERATION_CANCELLED)).isEmpty();
    }

    @Test
    void what_is_half_said_waits_for_a_person() throws IOException {
        Feed feed = testFeeds.open("surgical-hl7v2");
        List<String> bad = List.of(
                message("SIU^S12", "1", "20261110090000", stay("S1")),
                message("SIU^S12", "2", "20261110090000", "SCH|OP7", stay("S1")),
                message(
                        "ORU^R01",
                        "3",
                        "20261121113500",
                        stay("S1"),
                        segment("OBR", Map.of(2, "OP7", 7, "202611211130", 8, "202611210945"))),
                message("ORU^R01", "4", "20261121113500", stay("S1"), complication("1", "UNWELL", "202611212200", "F")),
                message("ORU^R01", "5", "20261121113500", stay("S1"), complication("1", "DEATH", "", "F")),
                message("ORU^R01", "6", "20261121113500", stay("S1"), complication("", "DEATH", "202611212200", "F")),
                message("SIU^S12", "7", "20261110090000", "SCH|OP7||||||||||^^^202611210930", stay("")));
        try (MllpSender sender = new MllpSender(feed.port().orElseThrow())) {
            for (String message : bad) {
                assertThat(sender.send(message)).as(message).contains("MSA|AE|");
            }
        }
        assertThat(messages.waiting(feed.code(), 10))
                .extracting(MessageTable.Waiting::why)
                .satisfiesExactly(
                        why -> assertThat(why).contains("SCH"),
                        why -> assertThat(why).contains("AIS-4"),
                        why -> assertThat(why).contains("OBR-8"),
                        why -> assertThat(why).contains("OBX-5").contains("INFECTION"),
                        why -> assertThat(why).contains("OBX-14"),
                        why -> assertThat(why).contains("OBX-4"),
                        why -> assertThat(why).contains("PV1-19"));
    }
}
