package org.silkthread.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkthread.server.ServerTest;
import org.silkthread.server.calendar.StatutoryCalendar.Occurrence;

@ServerTest
class StatutoryCalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final StatutoryCalendar calendar;

    StatutoryCalendarTest(StatutoryCalendar calendar) {
        this.calendar = calendar;
    }

    @Test
    void a_quality_account_is_due_on_30_June_after_the_year_that_it_is_about() {
        assertThat(calendar.due(StatutoryCalendar.QUALITY_ACCOUNT_PUBLICATION, new FinancialYear(2009)))
                .contains(LocalDate.of(2010, 6, 30));
        assertThat(calendar.due(StatutoryCalendar.QUALITY_ACCOUNT_PUBLICATION, new FinancialYear(2024)))
                .contains(LocalDate.of(2025, 6, 30));
        assertThat(calendar.due(StatutoryCalendar.QUALITY_ACCOUNT_PUBLICATION, new FinancialYear(2008)))
                .isEmpty();
        assertThat(calendar.due("no-such-event", new FinancialYear(2008))).isEmpty();
    }

    @Test
    void an_event_with_a_date_of_its_own_is_due_in_the_financial_year_that_it_lies_in() {
        assertThat(calendar.due("cquin-begins", new FinancialYear(2009))).contains(LocalDate.of(2009, 4, 1));
        assertThat(calendar.due("cquin-begins", new FinancialYear(2008))).isEmpty();
        assertThat(calendar.due("pct-strategic-plans", new FinancialYear(2009))).contains(LocalDate.of(2009, 5, 31));
    }

    @Test
    void all_dates_of_the_papers_are_held_with_the_place_that_states_them() {
        List<StatutoryDate> events = calendar.events(TODAY);
        assertThat(events).hasSizeGreaterThanOrEqualTo(55).allSatisfy(event -> {
            assertThat(event.title()).isNotBlank();
            assertThat(event.citation().source()).isNotBlank();
            assertThat(event.citation().reference()).isNotBlank();
        });
        assertThat(events.stream().filter(event -> event.id().startsWith("vision-")))
                .hasSize(9);
    }

    @Test
    void before_a_source_stated_a_date_the_calendar_did_not_hold_it() {
        LocalDate letterOfMay = LocalDate.of(2008, 5, 9);
        assertThat(calendar.events(letterOfMay.minusDays(1))).isEmpty();
        assertThat(calendar.events(letterOfMay)).hasSize(10);
        assertThat(titles(calendar.upcoming(letterOfMay)))
                .startsWith("Vision of East of England published")
                .hasSize(9);
    }

    @Test
    void what_comes_next_counts_a_season_until_it_is_over_and_is_in_order() {
        List<Occurrence> next = calendar.upcoming(LocalDate.of(2009, 5, 31));
        assertThat(titles(next).getFirst()).isEqualTo("Five-year strategic plans of all primary care trusts");
        assertThat(next.getFirst().on().label()).isEqualTo("Spring 2009");
        assertThat(next).isSortedAccordingTo((a, b) -> a.on().last().compareTo(b.on().last()));
    }

    @Test
    void the_handbook_returns_every_three_years_and_the_constitution_every_ten() {
        List<Occurrence> decade =
                calendar.between(new Period(LocalDate.of(2019, 1, 1), LocalDate.of(2028, 12, 31)), TODAY);
        assertThat(dates(decade, "handbook-renewed"))
                .containsExactly(LocalDate.of(2021, 1, 21), LocalDate.of(2024, 1, 21), LocalDate.of(2027, 1, 21));
        assertThat(dates(decade, "constitution-renewed")).containsExactly(LocalDate.of(2019, 1, 21));
        assertThat(dates(decade, StatutoryCalendar.QUALITY_ACCOUNT_PUBLICATION)).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "2009-04-01,  2009-04-01, 2009-04-01, 1 April 2009",
        "2008-12,     2008-12-01, 2008-12-31, December 2008",
        "spring 2009, 2009-03-01, 2009-05-31, Spring 2009",
        "early 2009,  2009-01-01, 2009-03-31, Early 2009",
        "2010,        2010-01-01, 2010-12-31, 2010",
        "FY2010-11,   2010-04-01, 2011-03-31, Financial year 2010-11"
    })
    void a_date_keeps_the_precision_of_its_source(String code, LocalDate first, LocalDate last, String label) {
        StatedDate date = StatedDate.parse(code);
        assertThat(List.of(date.first(), date.last())).containsExactly(first, last);
        assertThat(date.label()).isEqualTo(label);
        assertThat(date.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2009-02-30", "winter 2009", "FY2010-12", "2010/11"})
    void what_states_no_date_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatedDate.parse(text))
                .withMessageContaining("xpected");
    }

    @Test
    void an_event_says_in_one_way_when_it_happens() {
        StatutoryDate event = calendar.events(TODAY).getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatutoryDate(
                        "never",
                        1,
                        "No date",
                        TODAY,
                        event.citation(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .withMessageContaining("'never', found 0");
    }

    private static List<String> titles(List<Occurrence> occurrences) {
        return occurrences.stream()
                .map(occurrence -> occurrence.event().title())
                .toList();
    }

    private static List<LocalDate> dates(List<Occurrence> occurrences, String event) {
        return occurrences.stream()
                .filter(occurrence -> occurrence.event().id().equals(event))
                .map(occurrence -> occurrence.on().first())
                .toList();
    }
}
