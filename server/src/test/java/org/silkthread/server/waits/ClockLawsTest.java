package org.silkthread.server.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.waits.EmergencyReading.Stretch;

/** What holds of the clocks whatever happens, in whatever order it is told. */
class ClockLawsTest {

    private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2030, 1, 1);

    // Nights on which the clocks change, and two on which they do not.
    private static final List<LocalDate> NIGHTS = List.of(
            LocalDate.of(2008, 3, 30),
            LocalDate.of(2008, 10, 26),
            LocalDate.of(2025, 3, 30),
            LocalDate.of(2025, 10, 26),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 12, 31));

    @Property
    void the_order_and_the_repetition_of_messages_change_no_emergency_clock(
            @ForAll("attendances") List<Message<EmergencyEvent>> messages, @ForAll Random random) {
        List<Message<EmergencyEvent>> other = new ArrayList<>(messages);
        other.addAll(messages.subList(0, messages.size() / 2));
        Collections.shuffle(other, random);
        assertThat(EmergencyClock.read(other, LATE)).isEqualTo(EmergencyClock.read(messages, LATE));
    }

    @Property
    void the_order_and_the_repetition_of_messages_change_no_referral_clock(
            @ForAll("pathways") List<Message<ReferralEvent>> messages, @ForAll Random random) {
        List<Message<ReferralEvent>> other = new ArrayList<>(messages);
        other.addAll(messages.subList(0, messages.size() / 2));
        Collections.shuffle(other, random);
        assertThat(ReferralPathway.read(other, LAST_DAY)).isEqualTo(ReferralPathway.read(messages, LAST_DAY));
    }

    @Property
    void a_wait_is_the_difference_of_two_moments_across_any_change_of_the_clocks(
            @ForAll("moments") Instant arrival, @ForAll @LongRange(min = 0, max = 200_000) long seconds) {
        EmergencyReading reading = attendance(arrival, arrival.plusSeconds(seconds));
        assertThat(reading.waitFor(Stretch.TOTAL)).isEqualTo(new Wait.Ended(Duration.ofSeconds(seconds)));
    }

    @Property
    void a_minute_more_of_waiting_is_a_minute_more_on_the_clock(
            @ForAll("moments") Instant arrival, @ForAll @IntRange(min = 0, max = 3000) int minutes) {
        Instant left = arrival.plus(Duration.ofMinutes(minutes));
        Duration before =
                attendance(arrival, left).waitFor(Stretch.TOTAL).known().orElseThrow();
        Duration after = attendance(arrival, left.plus(Duration.ofMinutes(1)))
                .waitFor(Stretch.TOTAL)
                .known()
                .orElseThrow();
        assertThat(after.minus(before)).isEqualTo(Duration.ofMinutes(1));
    }

    @Property
    void wall_clock_times_outside_the_doubled_hour_give_the_waits_of_their_moments(
            @ForAll("moments") Instant arrival, @ForAll @IntRange(min = 0, max = 1000) int minutes) {
        Instant left = arrival.plus(Duration.ofMinutes(minutes));
        EmergencyReading exact = attendance(arrival, left);
        EmergencyReading local = EmergencyClock.read(
                List.of(
                        event("a", EmergencyEvent.Kind.ARRIVED, EventTime.of(UkTime.at(arrival))),
                        event("d", EmergencyEvent.Kind.DISCHARGED, EventTime.of(UkTime.at(left)))),
                LATE);
        if (local.ambiguous().isEmpty()) {
            assertThat(local.waits()).isEqualTo(exact.waits());
        }
        assertThat(local.problems()).isEmpty();
    }

    @Property
    void no_wait_is_negative_and_none_is_given_that_the_record_contradicts(
            @ForAll("attendances") List<Message<EmergencyEvent>> messages, @ForAll("moments") Instant moment) {
        EmergencyReading reading = EmergencyClock.read(messages, moment);
        assertThat(reading.waits().values())
                .allSatisfy(
                        wait -> assertThat(wait.known().orElse(Duration.ZERO).isNegative())
                                .isFalse());
        reading.waits().forEach((stretch, wait) -> {
            if (wait instanceof Wait.Untrusted wrong) {
                assertThat(reading.problems()).extracting(Problem::kind).contains(wrong.why());
            }
        });
    }

    @Property
    void reading_an_open_clock_later_makes_it_longer_by_just_that_time(
            @ForAll("moments") Instant arrival, @ForAll @IntRange(min = 0, max = 2000) int minutes) {
        List<Message<EmergencyEvent>> open = List.of(event("a", EmergencyEvent.Kind.ARRIVED, EventTime.of(arrival)));
        assertThat(EmergencyClock.read(open, arrival.plus(Duration.ofMinutes(minutes)))
                        .waitFor(Stretch.TOTAL))
                .isEqualTo(new Wait.SoFar(Duration.ofMinutes(minutes)));
    }

    @Property
    void days_are_never_negative_and_a_pause_never_lengthens_a_clock(
            @ForAll("pathways") List<Message<ReferralEvent>> messages, @ForAll("days") LocalDate today) {
        ReferralReading reading = ReferralPathway.read(messages, today);
        assertThat(reading.clocks()).allSatisfy(clock -> {
            assertThat(clock.days().orElse(0L)).isNotNegative();
            assertThat(clock.days().orElse(0L))
                    .isLessThanOrEqualTo(clock.unadjustedDays().orElse(0L));
            assertThat(clock.ending().day()).isBeforeOrEqualTo(today);
        });
    }

    @Property
    void the_clocks_of_a_pathway_follow_each_other_and_only_the_last_runs(
            @ForAll("pathways") List<Message<ReferralEvent>> messages) {
        List<ReferralClock> clocks = ReferralPathway.read(messages, LAST_DAY).clocks();
        IntStream.range(0, clocks.size() - 1).forEach(i -> {
            assertThat(clocks.get(i).ending()).isNotInstanceOf(ReferralClock.Ending.Running.class);
            assertThat(clocks.get(i + 1).number()).isEqualTo(clocks.get(i).number() + 1);
            assertThat(clocks.get(i + 1).start().day())
                    .isAfterOrEqualTo(clocks.get(i).start().day());
        });
    }

    @Property
    void without_the_pauses_no_clock_is_shorter(@ForAll("uncorrectedPathways") List<Message<ReferralEvent>> messages) {
        List<Message<ReferralEvent>> unpaused = messages.stream()
                .filter(message -> message.event()
                        .filter(event -> event.kind().effect() == ReferralEvent.Effect.PAUSES)
                        .isEmpty())
                .toList();
        List<ReferralClock> with = ReferralPathway.read(messages, LAST_DAY).clocks();
        List<ReferralClock> without = ReferralPathway.read(unpaused, LAST_DAY).clocks();
        assertThat(with).hasSameSizeAs(without);
        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i).days().orElse(0L))
                    .isLessThanOrEqualTo(without.get(i).days().orElse(0L));
        }
    }

    @Property
    void a_band_holds_the_days_that_its_name_says(@ForAll @LongRange(min = 1, max = 2000) long days) {
        int above = WeekBand.of(days).above();
        assertThat(days).isGreaterThan(above * 7L);
        if (above < 104) {
            assertThat(days).isLessThanOrEqualTo((above + 1) * 7L);
        }
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Combinators.combine(
                        Arbitraries.of(NIGHTS), Arbitraries.integers().between(-90_000, 90_000))
                .as((night, seconds) ->
                        night.atTime(1, 30).atZone(UkTime.ZONE).toInstant().plusSeconds(seconds));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 900)
                .map(day -> LocalDate.of(2014, 6, 1).plusDays(day));
    }

    @Provide
    Arbitrary<List<Message<EmergencyEvent>>> attendances() {
        Arbitrary<EventTime> exact = moments().map(EventTime::of);
        Arbitrary<EventTime> local = moments().map(moment -> EventTime.of(wholeMinutes(moment)));
        Arbitrary<EmergencyEvent> events = Combinators.combine(
                        Arbitraries.of(EmergencyEvent.Kind.class), Arbitraries.oneOf(exact, local))
                .as(EmergencyEvent::new);
        return messages(events);
    }

    @Provide
    Arbitrary<List<Message<ReferralEvent>>> pathways() {
        return messages(referralEvents());
    }

    @Provide
    Arbitrary<List<Message<ReferralEvent>>> uncorrectedPathways() {
        return referralEvents()
                .list()
                .ofMaxSize(12)
                .map(events -> IntStream.range(0, events.size())
                        .mapToObj(i -> Message.of("m" + i, 1, events.get(i)))
                        .toList());
    }

    private Arbitrary<ReferralEvent> referralEvents() {
        List<ReferralEvent.Kind> kinds = new ArrayList<>(List.of(ReferralEvent.Kind.values()));
        kinds.remove(ReferralEvent.Kind.EXCLUDED);
        // Starts, decisions to admit and pauses come more often, so that pauses are often granted.
        kinds.addAll(List.of(
                ReferralEvent.Kind.REFERRAL_RECEIVED,
                ReferralEvent.Kind.REFERRAL_RECEIVED,
                ReferralEvent.Kind.DECISION_TO_ADMIT,
                ReferralEvent.Kind.DECISION_TO_ADMIT,
                ReferralEvent.Kind.PAUSE_STARTED,
                ReferralEvent.Kind.TREATED_ADMITTED));
        return Combinators.combine(Arbitraries.of(kinds), days())
                .as((kind, day) -> new ReferralEvent(kind, day, detail(kind)));
    }

    private static String detail(ReferralEvent.Kind kind) {
        return switch (kind) {
            case PAUSE_STARTED -> "offers=2 notice=21";
            case SELF_REFERRAL -> "agreed";
            default -> "";
        };
    }

    private static <E extends Comparable<E>> Arbitrary<List<Message<E>>> messages(Arbitrary<E> events) {
        return Combinators.combine(
                        Arbitraries.strings().withChars("abcdefgh").ofLength(1),
                        Arbitraries.longs().between(1, 3),
                        events.optional(0.9))
                .as(Message::new)
                .list()
                .ofMaxSize(12);
    }

    private static LocalDateTime wholeMinutes(Instant moment) {
        LocalDateTime local = UkTime.at(moment);
        return local.withSecond(0).withNano(0);
    }

    private static EmergencyReading attendance(Instant arrival, Instant left) {
        return EmergencyClock.read(
                List.of(
                        event("a", EmergencyEvent.Kind.ARRIVED, EventTime.of(arrival)),
                        event("d", EmergencyEvent.Kind.DISCHARGED, EventTime.of(left))),
                LATE);
    }

    private static Message<EmergencyEvent> event(String id, EmergencyEvent.Kind kind, EventTime time) {
        return Message.of(id, 1, new EmergencyEvent(kind, time));
    }
}
