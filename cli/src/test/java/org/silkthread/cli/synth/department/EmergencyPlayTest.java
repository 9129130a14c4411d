package org.silkthread.cli.synth.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.silkthread.cli.mllp.Sending;

class EmergencyPlayTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final Stretch HOURS = new Stretch(MORNING, MORNING.plus(Duration.ofHours(10)));

    @Property(tries = 20)
    void the_same_order_gives_the_same_messages_and_another_seed_gives_others(@ForAll long seed) {
        assertThat(play(seed)).isEqualTo(play(seed));
        assertThat(play(seed)).isNotEqualTo(play(seed + 1));
    }

    @Test
    void messages_of_all_kinds_leave_in_order_within_the_time_and_none_before_it_was_made() {
        List<Sending> sendings = new EmergencyPlay(DepartmentOrder.ordinary(1, "DZB", HOURS, 2_000)).sendings();
        assertThat(sendings).isSortedAccordingTo(Sending.IN_ORDER);
        assertThat(sendings)
                .allSatisfy(sending ->
                        assertThat(sending.at()).isAfterOrEqualTo(MORNING).isBefore(HOURS.until()));
        assertThat(sendings.stream().map(EmergencyPlayTest::kind).collect(Collectors.toSet()))
                .contains(
                        "ADT^A01", "ADT^A02", "ADT^A03", "ADT^A04", "ADT^A08", "ADT^A11", "ADT^A12", "ADT^A13",
                        "ORU^R01");
    }

    @Test
    void few_messages_come_twice_few_come_late_and_each_number_belongs_to_one_message() {
        List<Sending> sendings = play(1);
        long numbers = sendings.stream().map(Sending::controlId).distinct().count();
        long messages = sendings.stream().map(Sending::message).distinct().count();
        assertThat(numbers).isEqualTo(messages);
        assertThat(sendings.size() - messages).isBetween(5L, messages / 30);
        long late = 0;
        String newest = "";
        for (Sending sending : sendings) {
            late += sending.controlId().compareTo(newest) < 0 ? 1 : 0;
            newest = sending.controlId().compareTo(newest) > 0 ? sending.controlId() : newest;
        }
        assertThat(late).isBetween(messages / 200, messages / 8);
    }

    @Test
    void numbers_of_the_nhs_are_of_the_range_for_tests() {
        List<String> numbers = play(1).stream()
                .map(Sending::message)
                .filter(message -> message.contains("^^^NHS^NH"))
                .map(message -> message.substring(message.indexOf('~', 20) + 1, message.indexOf("^^^NHS^NH")))
                .toList();
        assertThat(numbers).isNotEmpty().allMatch(number -> number.matches("999\\d{7}"));
    }

    @Test
    void nothing_leaves_while_the_feed_is_stopped_and_everything_afterwards() {
        Stretch stopped = new Stretch(MORNING.plus(Duration.ofHours(4)), MORNING.plus(Duration.ofHours(5)));
        List<Sending> with = new EmergencyPlay(
                        new DepartmentOrder(1, "DZB", HOURS, 400, Optional.empty(), 1, Optional.of(stopped)))
                .sendings();
        assertThat(play(1).stream().filter(sending -> stopped.holds(sending.at())))
                .hasSizeGreaterThan(50);
        assertThat(with.stream().filter(sending -> stopped.holds(sending.at()))).isEmpty();
        assertThat(new HashSet<>(with.stream().map(Sending::message).toList()))
                .isEqualTo(new HashSet<>(play(1).stream().map(Sending::message).toList()));
    }

    private static List<Sending> play(long seed) {
        return new EmergencyPlay(DepartmentOrder.ordinary(seed, "DZB", HOURS, 400)).sendings();
    }

    private static String kind(Sending sending) {
        return Stream.of(sending.message().split("\\|", 10)).skip(8).findFirst().orElseThrow();
    }
}
