package org.silkthread.server.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Item;
import org.silkthread.server.activity.Item.Kind;

/** What the tiles show. Worked out by hand: five people between nine and two in the afternoon. */
class BoardTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final List<Attendance> FIVE = List.of(
            attendance("A", "1", Map.of(Kind.ARRIVED, "09:00", Kind.SEEN, "09:50", Kind.DEPARTED, "13:00")),
            attendance("B", "2", Map.of(Kind.ARRIVED, "09:30", Kind.SEEN, "11:30")),
            attendance("C", "2", Map.of(Kind.ARRIVED, "10:00", Kind.SEEN, "11:10", Kind.DEPARTED, "11:40")),
            attendance("D", "3", Map.of(Kind.ARRIVED, "11:15")),
            attendance("E", "3", Map.of(Kind.ARRIVED, "11:45")));

    private static Attendance attendance(String number, String triage, Map<Kind, String> times) {
        Map<Item, String> items = times.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Item.of(entry.getKey()), entry -> "2026-11-21T" + entry.getValue() + ":00Z"));
        items.put(Item.of(Kind.TRIAGE), triage);
        return new Attendance(number, items);
    }

    private static Readout read(Measure measure, Instant moment) {
        return new Board(FIVE, moment).read(measure);
    }

    private static Measure seen(Map<Kind, Set<String>> only) {
        return new Measure.Waits(Kind.ARRIVED, Kind.SEEN, HOUR, only);
    }

    @Test
    void those_who_are_there_are_counted_also_those_who_leave_later() {
        assertThat(read(new Measure.PeopleNow(Map.of()), NOON)).isEqualTo(new Readout.Count(4));
    }

    @Test
    void the_longest_wait_is_of_those_who_are_not_seen_yet() {
        assertThat(read(new Measure.LongestNow(Kind.SEEN, Map.of()), NOON))
                .isEqualTo(new Readout.Longest(Duration.ofMinutes(45), 2));
    }

    @Test
    void a_wait_counts_in_the_hour_in_which_it_ended() {
        assertThat(read(seen(Map.of()), NOON))
                .isEqualTo(
                        new Readout.Waited(Duration.ofMinutes(70), Duration.ofMinutes(70), Duration.ofMinutes(120), 2));
        assertThat(read(new Measure.Mean(Kind.ARRIVED, Kind.SEEN, HOUR, Map.of()), NOON))
                .isEqualTo(new Readout.Average(Duration.ofMinutes(95), 2));
    }

    @Test
    void the_first_moment_of_the_stretch_does_not_count_and_its_last_does() {
        Instant halfPastTwelve = NOON.plus(Duration.ofMinutes(30));
        assertThat(read(new Measure.Number(Kind.SEEN, HOUR, Map.of()), halfPastTwelve))
                .isEqualTo(new Readout.Count(0));
        assertThat(read(new Measure.Number(Kind.SEEN, HOUR, Map.of()), halfPastTwelve.minusSeconds(1)))
                .isEqualTo(new Readout.Count(1));
        assertThat(read(new Measure.Number(Kind.DEPARTED, HOUR, Map.of()), NOON.plus(HOUR)))
                .isEqualTo(new Readout.Count(1));
    }

    @Test
    void a_local_measure_is_about_those_of_some_categories_alone() {
        assertThat(read(seen(Map.of(Kind.TRIAGE, Set.of("2", "4"))), NOON)).isInstanceOf(Readout.Waited.class);
        assertThat(read(seen(Map.of(Kind.TRIAGE, Set.of("3"))), NOON)).isEqualTo(new Readout.Nothing());
    }

    @Test
    void four_hours_exactly_are_within_four_hours() {
        Measure within = new Measure.Within(Kind.ARRIVED, Kind.DEPARTED, Duration.ofHours(4), HOUR, Map.of());
        assertThat(read(within, NOON.plus(HOUR))).isEqualTo(new Readout.Share(1, 1));
        assertThat(read(
                        new Measure.Within(Kind.ARRIVED, Kind.DEPARTED, Duration.ofMinutes(239), HOUR, Map.of()),
                        NOON.plus(HOUR)))
                .isEqualTo(new Readout.Share(0, 1));
    }

    @Test
    void a_share_can_be_of_those_who_have_something() {
        assertThat(read(new Measure.Having(Kind.DEPARTED, Kind.SEEN, Duration.ofHours(3), Map.of()), NOON))
                .isEqualTo(new Readout.Share(2, 3));
    }

    @Test
    void the_cases_behind_a_figure_are_those_it_counts() {
        assertThat(new Board(FIVE, NOON).behind(seen(Map.of())))
                .extracting(Attendance::number)
                .containsExactly("B", "C");
    }

    @Test
    void where_nobody_counts_it_says_so() {
        assertThat(read(new Measure.Waits(Kind.ARRIVED, Kind.ASSESSED, HOUR, Map.of()), NOON))
                .isEqualTo(new Readout.Nothing());
        assertThat(read(new Measure.LongestNow(Kind.SEEN, Map.of()), NOON.minus(Duration.ofHours(4))))
                .isEqualTo(new Readout.Nothing());
    }
}
