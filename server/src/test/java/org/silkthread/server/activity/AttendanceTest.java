package org.silkthread.server.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.silkthread.server.activity.Item.Kind;

/** What messages come to. */
class AttendanceTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private static Saying saying(int minute, String controlId, Item item, Optional<String> value) {
        return new Saying("V1", NINE.plus(Duration.ofMinutes(minute)), controlId, Map.of(item, value));
    }

    @Provide
    Arbitrary<List<Saying>> sayings() {
        Arbitrary<Saying> one = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(Kind.class),
                        Arbitraries.of("", "t1", "t2"),
                        Arbitraries.of("1", "2").optional())
                .as((minute, controlId, kind, test, value) -> saying(minute, controlId, new Item(kind, test), value));
        return one.list().ofMinSize(1).ofMaxSize(20);
    }

    @Property(tries = 500)
    void messages_in_any_order_and_some_of_them_twice_come_to_the_same(
            @ForAll("sayings") List<Saying> sayings, @ForAll Random random) {
        List<Saying> disordered = new ArrayList<>(sayings);
        disordered.addAll(sayings.subList(0, random.nextInt(sayings.size() + 1)));
        Collections.shuffle(disordered, random);

        assertThat(Attendance.of(disordered)).isEqualTo(Attendance.of(sayings));
    }

    @Test
    void what_was_said_last_counts_and_what_was_taken_back_does_not() {
        Attendance attendance = Attendance.of(List.of(
                saying(3, "c", Item.of(Kind.DEPARTED), Optional.empty()),
                saying(1, "a", Item.of(Kind.ARRIVED), Optional.of("2026-11-21T09:00:00Z")),
                saying(2, "b", Item.of(Kind.DEPARTED), Optional.of("2026-11-21T10:00:00Z"))));

        assertThat(attendance.at(Kind.ARRIVED)).contains(NINE);
        assertThat(attendance.at(Kind.DEPARTED)).isEmpty();
        assertThat(attendance.isThere(NINE)).isTrue();
        assertThat(attendance.isThere(NINE.minusSeconds(1))).isFalse();
    }

    @Test
    void each_test_has_a_wait_of_its_own() {
        Map<Item, Optional<String>> items = new HashMap<>();
        items.put(new Item(Kind.TESTED, "t1"), Optional.of("2026-11-21T09:00:00Z"));
        items.put(new Item(Kind.RESULTED, "t1"), Optional.of("2026-11-21T09:40:00Z"));
        items.put(new Item(Kind.TESTED, "t2"), Optional.of("2026-11-21T09:10:00Z"));
        items.put(new Item(Kind.RESULTED, "t3"), Optional.of("2026-11-21T09:50:00Z"));

        assertThat(Attendance.of(List.of(new Saying("V1", NINE, "a", items))).waitsForResults())
                .containsExactly(Duration.ofMinutes(40));
    }

    @Test
    void an_item_reads_back_as_it_was_written() {
        Item item = new Item(Kind.RESULTED, "4711/2");
        assertThat(Item.parse(item.toString())).isEqualTo(item);
        assertThat(Item.parse("SEEN")).isEqualTo(Item.of(Kind.SEEN));
    }
}
