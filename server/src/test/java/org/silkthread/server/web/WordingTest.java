package org.silkthread.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers, dates and times as the NHS content guide writes them. */
class WordingTest {

    @Test
    void counts_have_a_comma_over_999() {
        assertThat(Wording.count(7)).isEqualTo("7");
        assertThat(Wording.count(999)).isEqualTo("999");
        assertThat(Wording.count(1234567)).isEqualTo("1,234,567");
        assertThat(Wording.counted(1, "patient", "patients")).isEqualTo("1 patient");
        assertThat(Wording.counted(1200, "patient", "patients")).isEqualTo("1,200 patients");
    }

    @Test
    void percentages_have_one_decimal_rounded_half_up() {
        assertThat(Wording.percent(0.0353)).isEqualTo("3.5%");
        assertThat(Wording.percent(0.0355)).isEqualTo("3.6%");
        assertThat(Wording.percent(1)).isEqualTo("100.0%");
        assertThat(Wording.percent(-0.012)).isEqualTo("−1.2%");
        assertThat(Wording.percent(-0.0001)).isEqualTo("0.0%");
    }

    @Test
    void a_share_says_its_counts() {
        assertThat(Wording.share(12, 340, "patients")).isEqualTo("12 of 340 patients, 3.5%");
        assertThatThrownBy(() -> Wording.share(0, 0, "patients")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void money_has_pence() {
        assertThat(Wording.pounds(new BigDecimal("1234.5"))).isEqualTo("£1,234.50");
        assertThat(Wording.pounds(new BigDecimal("-0.125"))).isEqualTo("−£0.13");
    }

    @Test
    void dates_name_the_month_in_full() {
        assertThat(Wording.date(LocalDate.of(2018, 8, 6))).isEqualTo("6 August 2018");
        assertThat(Wording.month(YearMonth.of(2024, 4))).isEqualTo("April 2024");
        assertThat(Wording.shortMonth(YearMonth.of(2024, 9))).isEqualTo("Sep 2024");
    }

    @Test
    void ranges_say_to() {
        assertThat(Wording.months(YearMonth.of(2023, 4), YearMonth.of(2024, 3))).isEqualTo("April 2023 to March 2024");
        assertThat(Wording.months(YearMonth.of(2023, 4), YearMonth.of(2023, 4))).isEqualTo("April 2023");
        assertThat(Wording.dates(LocalDate.of(2023, 4, 1), LocalDate.of(2024, 3, 31)))
                .isEqualTo("1 April 2023 to 31 March 2024");
        assertThat(Wording.range("75.2%", "86.8%")).isEqualTo("75.2% to 86.8%");
    }

    @Test
    void the_financial_year_begins_in_april() {
        assertThat(Wording.financialYear(LocalDate.of(2024, 3, 31))).isEqualTo("2023 to 2024");
        assertThat(Wording.financialYear(LocalDate.of(2024, 4, 1))).isEqualTo("2024 to 2025");
    }

    @Test
    void times_are_said_as_people_say_them() {
        assertThat(Wording.time(LocalTime.of(17, 0))).isEqualTo("5pm");
        assertThat(Wording.time(LocalTime.of(17, 30))).isEqualTo("5:30pm");
        assertThat(Wording.time(LocalTime.of(0, 5))).isEqualTo("12:05am");
        assertThat(Wording.time(LocalTime.of(12, 1))).isEqualTo("12:01pm");
        assertThat(Wording.time(LocalTime.MIDNIGHT)).isEqualTo("midnight");
        assertThat(Wording.time(LocalTime.NOON)).isEqualTo("midday");
    }

    @Test
    void lists_end_with_and() {
        assertThat(Wording.list(List.of())).isEmpty();
        assertThat(Wording.list(List.of("a"))).isEqualTo("a");
        assertThat(Wording.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
