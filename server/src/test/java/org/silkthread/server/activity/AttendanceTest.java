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
                .as((minute, controlId, kind, part, value) -> saying(minute, controlId, new Item(kind, part), value));
        return one.list().ofMinSize(1).ofMaxSize(20);
    }

    @Property(tries = 500)
    void messages_in_any_order_and_some_of_them_twice_come_to_the_same(
            @ForAll("sayings") List<Saying> sayings, @ForAll Random random) {
        assertThat(Attendance.of(disordered(sayings, random))).isEqualTo(Attendance.of(sayings));
    }

    private static <T> List<T> disordered(List<T> messages, Random random) {
        List<T> disordered = new ArrayList<>(messages);
        disordered.addAll(messages.subList(0, random.nextInt(messages.size() + 1)));
        Collections.shuffle(disordered, random);
        return disordered;
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

        Attendance attendance = Attendance.of(List.of(new Saying("V1", NINE, "a", items)));
        Instant reported = NINE.plus(Duration.ofMinutes(40));
        assertThat(attendance.lengths(Kind.TESTED, Kind.RESULTED, NINE, reported))
                .containsExactly(Duration.ofMinutes(40));
        assertThat(attendance.lengths(Kind.TESTED, Kind.RESULTED, reported, reported.plusSeconds(1)))
                .isEmpty();
        assertThat(attendance.lengths(Kind.TESTED, Kind.RESULTED, NINE, reported.minusSeconds(1)))
                .isEmpty();
        assertThat(attendance.parts(Kind.RESULTED)).containsOnlyKeys("t1", "t3");
    }

    private static Merge merge(int minute, String controlId, String gone, String stays) {
        return new Merge(gone, stays, Optional.empty(), NINE.plus(Duration.ofMinutes(minute)), controlId);
    }

    private static Attendance of(Saying saying, Merge... merges) {
        return Attendance.of(List.of(saying), List.of(merges));
    }

    @Test
    void an_attendance_belongs_to_the_number_that_its_patients_number_became_whichever_came_first() {
        Saying saying = saying(5, "m", Item.of(Kind.PATIENT), Optional.of("A"));

        assertThat(of(saying, merge(6, "n", "A", "B")).get(Kind.PATIENT)).contains("B");
        assertThat(of(saying, merge(7, "o", "B", "C"), merge(6, "n", "A", "B")).get(Kind.PATIENT))
                .contains("C");
        assertThat(of(saying, merge(6, "n", "A", "B"), merge(7, "o", "B", "A")).get(Kind.PATIENT))
                .contains("A");
    }

    @Test
    void a_number_that_is_given_out_again_after_a_merge_is_somebody_elses() {
        Saying saying = saying(5, "m", Item.of(Kind.PATIENT), Optional.of("UNKNOWN-1"));

        assertThat(of(saying, merge(4, "a", "UNKNOWN-1", "B")).get(Kind.PATIENT))
                .contains("UNKNOWN-1");
    }

    @Test
    void a_merge_brings_the_nhs_number_of_who_stays_and_never_leaves_that_of_who_is_gone() {
        Saying saying = new Saying(
                "V1",
                NINE,
                "a",
                Map.of(
                        Item.of(Kind.PATIENT), Optional.of("A"),
                        Item.of(Kind.NHS_NUMBER), Optional.of("9990000018")));
        Merge known = new Merge("A", "B", Optional.of("9990000026"), NINE.plusSeconds(1), "b");

        assertThat(of(saying, known).get(Kind.NHS_NUMBER)).contains("9990000026");
        assertThat(of(saying, merge(1, "b", "A", "B")).get(Kind.NHS_NUMBER)).isEmpty();
        assertThat(of(saying, merge(1, "b", "X", "B")).get(Kind.NHS_NUMBER)).contains("9990000018");
    }

    @Provide
    Arbitrary<List<Saying>> patients() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("A", "B", "C").optional())
                .as((minute, controlId, patient) -> saying(minute, controlId, Item.of(Kind.PATIENT), patient))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Merge>> merges() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.of("A", "B", "C"))
                .as(AttendanceTest::merge)
                .filter(merge -> !merge.gone().equals(merge.stays()))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 500)
    void merges_in_any_order_and_some_of_them_twice_come_to_the_same(
            @ForAll("patients") List<Saying> sayings, @ForAll("merges") List<Merge> merges, @ForAll Random random) {
        assertThat(Attendance.of(disordered(sayings, random), disordered(merges, random)))
                .isEqualTo(Attendance.of(sayings, merges));
    }

    @Test
    void an_item_reads_back_as_it_was_written() {
        Item item = new Item(Kind.RESULTED, "4711/2");
        assertThat(Item.parse(item.toString())).isEqualTo(item);
        assertThat(Item.parse("SEEN")).isEqualTo(Item.of(Kind.SEEN));
    }
}
