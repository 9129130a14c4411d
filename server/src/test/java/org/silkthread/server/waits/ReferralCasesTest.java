package org.silkthread.server.waits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkthread.server.waits.PublishedCases.Case;
import org.silkthread.server.waits.PublishedCases.Line;

/** The published table of the clock from referral to treatment is the test. */
class ReferralCasesTest {

    static List<Case> cases() {
        return PublishedCases.of("R");
    }

    @Test
    void the_table_has_at_least_45_cases() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(45);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_clocks_say_what_the_table_says(Case published) {
        ReferralReading reading = reading(published.events(), published.read());
        List<String> told = published.answer();
        assertThat(outside(reading))
                .isEqualTo(
                        told.stream().filter(fact -> !fact.startsWith("clock ")).toList());
        List<List<String>> clocks = told.stream()
                .filter(fact -> fact.startsWith("clock "))
                .map(fact -> Arrays.asList(fact.split(": ", 2)[1].split(", ")))
                .toList();
        assertThat(reading.clocks()).hasSameSizeAs(clocks);
        for (int i = 0; i < clocks.size(); i++) {
            List<String> facts = facts(reading.clocks().get(i));
            assertThat(facts).containsAll(clocks.get(i));
            assertThat(clocks.get(i)).as("what a case may not leave out").contains(facts.getFirst());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_order_of_the_messages_changes_nothing(Case published) {
        assertThat(reading(published.events().reversed(), published.read()))
                .isEqualTo(reading(published.events(), published.read()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_clock_says_why_it_has_its_days(Case published) {
        assertThat(reading(published.events(), published.read()).clocks()).allSatisfy(clock -> {
            assertThat(clock.reasons().getFirst()).startsWith("Started on ").endsWith("(day 0).");
            clock.days().ifPresent(days -> assertThat(clock.reasons().getLast()).contains(WaitWords.days(days)));
        });
    }

    private static ReferralReading reading(List<String> events, String day) {
        return ReferralPathway.read(
                events.stream().map(ReferralCasesTest::message).toList(), LocalDate.parse(day));
    }

    private static Message<ReferralEvent> message(String text) {
        Line line = Line.parse(text);
        if (line.when().isEmpty()) {
            return Message.withdrawn(line.id().orElseThrow(), line.version());
        }
        ReferralEvent.Kind kind = ReferralEvent.Kind.ofCode(line.kind()).orElseThrow();
        LocalDate day = EventTime.parseDay(line.when().get());
        return Message.of(line.id().orElse(text), line.version(), new ReferralEvent(kind, day, line.detail()));
    }

    private static List<String> outside(ReferralReading reading) {
        List<String> facts = new ArrayList<>();
        reading.exclusion().ifPresent(why -> facts.add("excluded " + why));
        if (reading.clocks().isEmpty()) {
            facts.add("no clock");
        }
        reading.problems()
                .forEach(problem -> facts.add("problem " + problem.kind().label()));
        return facts;
    }

    private static List<String> facts(ReferralClock clock) {
        List<String> facts = new ArrayList<>();
        clock.days()
                .ifPresentOrElse(
                        days -> facts.add(
                                WaitWords.days(days) + (clock.isWithin18Weeks().orElseThrow() ? " within" : " over")),
                        () -> facts.add("nullified"));
        facts.add("from " + clock.start().day());
        switch (clock.ending()) {
            case ReferralClock.Ending.Running running -> facts.add("running");
            case ReferralClock.Ending.Stopped stopped -> facts.add("stopped " + stopped.day());
            case ReferralClock.Ending.Nullified nullified -> facts.add("on " + nullified.day());
        }
        clock.band().ifPresent(band -> facts.add(band.code()));
        clock.part().ifPresent(part -> facts.add(part.code()));
        clock.month().ifPresent(month -> facts.add("month " + month.code()));
        clock.unadjustedDays().ifPresent(days -> facts.add("unadjusted " + WaitWords.days(days)));
        facts.add("paused " + WaitWords.days(clock.pausedDays()));
        if (clock.isWaitingForAdmission()) {
            facts.add("waiting for admission");
        }
        return facts;
    }
}
