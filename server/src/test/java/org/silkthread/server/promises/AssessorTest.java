package org.silkthread.server.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.register.Citation;

/** Where a promise stands follows from its test, the day, and what figures and records show. */
class AssessorTest {

    private static final LocalDate MADE = LocalDate.of(2024, 4, 1);
    private static final LocalDate DUE = LocalDate.of(2025, 3, 31);
    private static final LocalDate BEFORE = LocalDate.of(2024, 12, 15);
    private static final LocalDate AFTER = LocalDate.of(2025, 6, 1);
    private static final Citation PAPER = new Citation("A paper", "page 1", Optional.empty());
    private static final Promise.FigureTest AT_LEAST_78 =
            new Promise.FigureTest("ae-4-hour", "ENG", Promise.Better.HIGHER, new BigDecimal("78"));

    @Test
    void kept_when_the_figure_for_the_month_of_the_due_date_meets_the_test() {
        assertThat(byFigure(AFTER, reading("2025-03", "78.0")).status()).isEqualTo(PromiseStatus.KEPT);
    }

    @Test
    void late_when_that_figure_misses_the_test_by_however_little() {
        Assessment assessment = byFigure(AFTER, reading("2025-03", "77.99"));

        assertThat(assessment.status()).isEqualTo(PromiseStatus.LATE);
        assertThat(assessment.working())
                .containsExactly(
                        "The test: seen within 4 hours at 78% or more in March 2025.",
                        "The figure for March 2025 is 77.99%.", "That does not keep the promise.");
    }

    @Test
    void no_data_when_the_month_is_over_and_no_figure_is_published_for_it() {
        assertThat(byFigure(AFTER, reading("2025-02", "90")).status()).isEqualTo(PromiseStatus.NO_DATA);
    }

    @Test
    void no_data_while_nothing_is_published_since_the_promise() {
        assertThat(byFigure(BEFORE).status()).isEqualTo(PromiseStatus.NO_DATA);
    }

    @Test
    void on_track_while_the_figures_keep_up_with_a_steady_way_to_the_test() {
        assertThat(byFigure(BEFORE, reading("2024-04", "70"), reading("2024-10", "75"))
                        .status())
                .isEqualTo(PromiseStatus.ON_TRACK);
    }

    @Test
    void late_when_the_figures_fall_behind_the_steady_way() {
        assertThat(byFigure(BEFORE, reading("2024-04", "70"), reading("2024-10", "73"))
                        .status())
                .isEqualTo(PromiseStatus.LATE);
    }

    @Test
    void lower_is_better_turns_the_test_round() {
        Promise.FigureTest atMostTen =
                new Promise.FigureTest("c-difficile-rate", "ENG", Promise.Better.LOWER, new BigDecimal("10"));
        Promise promise = promise(Optional.of(atMostTen), Optional.empty());

        Optional<Assessor.Reading> ten = Optional.of(reading("2025-03", "10"));
        assertThat(Assessor.byFigure(promise, atMostTen, new Assessor.Readings(ten, ten, ten), "rate at 10", AFTER)
                        .status())
                .isEqualTo(PromiseStatus.KEPT);
    }

    @Test
    void a_record_in_time_keeps_a_promise_and_a_later_one_shows_how_late_it_was() {
        assertThat(byRecords(AFTER, delivery("2025-03-31")).status()).isEqualTo(PromiseStatus.KEPT);

        Assessment late = byRecords(AFTER, delivery("2025-04-02"));
        assertThat(late.status()).isEqualTo(PromiseStatus.LATE);
        assertThat(late.working()).last().isEqualTo("That was 2 days late.");
    }

    @Test
    void a_record_of_the_future_shows_nothing_yet() {
        assertThat(byRecords(BEFORE, delivery("2025-01-10")).status()).isEqualTo(PromiseStatus.NO_DATA);
    }

    @Test
    void a_promised_number_is_on_track_when_enough_of_it_is_reached_for_the_time_gone() {
        Promise.DeliveryTest half = test(new BigDecimal("100"), amount("2024-10-01", "55"));
        Promise.DeliveryTest little = test(new BigDecimal("100"), amount("2024-10-01", "20"));

        assertThat(assess(half, BEFORE).status()).isEqualTo(PromiseStatus.ON_TRACK);
        assertThat(assess(little, BEFORE).status()).isEqualTo(PromiseStatus.LATE);
    }

    @Test
    void a_number_that_was_not_reached_is_no_data_until_a_record_of_the_due_date_or_later_says_so() {
        Promise.DeliveryTest early = test(new BigDecimal("100"), amount("2024-10-01", "55"));
        Promise.DeliveryTest atEnd = test(new BigDecimal("100"), amount("2025-03-31", "99"));

        assertThat(assess(early, AFTER).status()).isEqualTo(PromiseStatus.NO_DATA);
        assertThat(assess(atEnd, AFTER).status()).isEqualTo(PromiseStatus.LATE);
    }

    @Test
    void a_promise_has_exactly_one_test() {
        assertThatThrownBy(() -> promise(Optional.empty(), Optional.empty())).hasMessageContaining("exactly one test");
        assertThatThrownBy(() -> promise(Optional.of(AT_LEAST_78), Optional.of(test(BigDecimal.ONE))))
                .hasMessageContaining("exactly one test");
    }

    private static Assessment byFigure(LocalDate today, Assessor.Reading... readings) {
        List<Assessor.Reading> all = List.of(readings);
        Optional<Assessor.Reading> atDue = all.stream()
                .filter(reading -> reading.period().equals(Period.parse("2025-03")))
                .findFirst();
        return Assessor.byFigure(
                promise(Optional.of(AT_LEAST_78), Optional.empty()),
                AT_LEAST_78,
                new Assessor.Readings(
                        atDue, all.stream().findFirst(), all.stream().reduce((a, b) -> b)),
                "seen within 4 hours at 78%",
                today);
    }

    private static Assessment byRecords(LocalDate today, Promise.Delivery... records) {
        return assess(new Promise.DeliveryTest("it is done", Optional.empty(), List.of(records)), today);
    }

    private static Assessment assess(Promise.DeliveryTest test, LocalDate today) {
        return Assessor.byRecords(promise(Optional.empty(), Optional.of(test)), test, today);
    }

    private static Promise.DeliveryTest test(BigDecimal target, Promise.Delivery... records) {
        return new Promise.DeliveryTest(
                "it is done", Optional.of(new Promise.Target(target, "people")), List.of(records));
    }

    private static Promise.Delivery delivery(String date) {
        return new Promise.Delivery(LocalDate.parse(date), "It was done.", Optional.empty(), PAPER);
    }

    private static Promise.Delivery amount(String date, String amount) {
        return new Promise.Delivery(LocalDate.parse(date), "So many.", Optional.of(new BigDecimal(amount)), PAPER);
    }

    private static Assessor.Reading reading(String month, String value) {
        return new Assessor.Reading(Period.month(YearMonth.parse(month)), new BigDecimal(value), value + "%");
    }

    private static Promise promise(Optional<Promise.FigureTest> figure, Optional<Promise.DeliveryTest> delivery) {
        return new Promise(
                "p", 1, "A promise", MADE, PAPER, false, "Somebody", "England", DUE, "Words", figure, delivery);
    }
}
