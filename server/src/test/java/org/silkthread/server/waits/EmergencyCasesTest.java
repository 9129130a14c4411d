package org.silkthread.server.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkthread.server.waits.EmergencyReading.Stretch;
import org.silkthread.server.waits.PublishedCases.Case;
import org.silkthread.server.waits.PublishedCases.Line;

/** The published table of the emergency department's clock is the test. */
class EmergencyCasesTest {

    private static final Instant AFTERWARDS = Instant.parse("2031-01-01T00:00:00Z");

    static List<Case> cases() {
        return PublishedCases.of("E");
    }

    @Test
    void the_table_has_at_least_45_cases() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(45);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_clock_says_what_the_table_says(Case published) {
        List<String> facts = facts(published);
        assertThat(facts).containsAll(published.answer());
        assertThat(facts.stream().filter(EmergencyCasesTest::mustBeTold).toList())
                .as("what a case may not leave out")
                .allSatisfy(fact -> assertThat(published.answer()).contains(fact));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_order_of_the_messages_changes_nothing(Case published) {
        List<String> backwards = new ArrayList<>(published.events()).reversed();
        assertThat(facts(new Case(published.name(), backwards, published.read(), published.answer(), published.why())))
                .isEqualTo(facts(published));
    }

    private static boolean mustBeTold(String fact) {
        return fact.startsWith("problem ")
                || fact.startsWith("ambiguous ")
                || fact.startsWith("four hours ")
                || fact.startsWith("error ");
    }

    private static List<String> facts(Case published) {
        List<Message<EmergencyEvent>> messages = new ArrayList<>();
        Instant moment;
        try {
            moment = published.read().equals("afterwards")
                    ? AFTERWARDS
                    : EventTime.parse(published.read()).earliest();
            for (String event : published.events()) {
                messages.add(message(event));
            }
        } catch (EventTime.NoSuchTime e) {
            return List.of("error no such time");
        }
        return facts(EmergencyClock.read(messages, moment));
    }

    private static Message<EmergencyEvent> message(String text) {
        Line line = Line.parse(text);
        if (line.when().isEmpty()) {
            return Message.withdrawn(line.id().orElseThrow(), line.version());
        }
        EmergencyEvent.Kind kind = EmergencyEvent.Kind.ofCode(line.kind()).orElseThrow();
        EventTime time = EventTime.parse(line.when().get());
        return Message.of(line.id().orElse(text), line.version(), new EmergencyEvent(kind, time));
    }

    private static List<String> facts(EmergencyReading reading) {
        List<String> facts = new ArrayList<>();
        for (Stretch stretch : Stretch.values()) {
            switch (reading.waitFor(stretch)) {
                case Wait.Ended ended -> facts.add(stretch.label() + " " + clock(ended.length()));
                case Wait.SoFar open -> facts.add(stretch.label() + " so far " + clock(open.length()));
                case Wait.NotRecorded missing -> facts.add(stretch.label() + " not recorded");
                case Wait.Untrusted wrong -> facts.add(stretch.label() + " not given");
            }
        }
        facts.add("four hours " + reading.fourHours().label());
        facts.add("twelve hours " + reading.twelveHours().label());
        reading.month().ifPresent(month -> facts.add("month " + month.code()));
        reading.day().ifPresent(day -> facts.add("day " + day));
        reading.quarterHour().ifPresent(quarter -> facts.add("quarter-hour " + quarter));
        new TreeSet<>(reading.ambiguous()).forEach(kind -> facts.add("ambiguous " + kind.code()));
        reading.problems()
                .forEach(problem -> facts.add("problem " + problem.kind().label()));
        return facts;
    }

    private static String clock(Duration length) {
        String minutes = "%d:%02d".formatted(length.toHours(), length.toMinutesPart());
        return length.toSecondsPart() == 0 ? minutes : minutes + ":%02d".formatted(length.toSecondsPart());
    }
}
