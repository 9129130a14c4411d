package org.silkthread.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2024-07                | 2024-07-01 | 2024-07-31 | July 2024
                    2024-02                | 2024-02-01 | 2024-02-29 | February 2024
                    FY2024-25              | 2024-04-01 | 2025-03-31 | April 2024 to March 2025
                    FY1999-00              | 1999-04-01 | 2000-03-31 | April 1999 to March 2000
                    FY2024-25-Q1           | 2024-04-01 | 2024-06-30 | April to June 2024
                    FY2024-25-Q4           | 2025-01-01 | 2025-03-31 | January to March 2025
                    2024-07-01--2024-07-14 | 2024-07-01 | 2024-07-14 | 1 July 2024 to 14 July 2024
                    2024-07-09--2024-07-09 | 2024-07-09 | 2024-07-09 | 9 July 2024
                    2024-01-01--2024-12-31 | 2024-01-01 | 2024-12-31 | January to December 2024
                    2023-11-01--2024-02-29 | 2023-11-01 | 2024-02-29 | November 2023 to February 2024
                    """)
    void a_period_has_one_code_and_one_label(String code, LocalDate start, LocalDate end, String label) {
        Period period = new Period(start, end);
        assertThat(period.code()).isEqualTo(code);
        assertThat(period.label()).isEqualTo(label);
        assertThat(Period.parse(code)).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-13",
                "2024-7",
                "FY2024-26",
                "FY2024-25-Q5",
                "FY1900-01",
                "2024-02-31--2024-03-01",
                "2024-07-14--2024-07-01",
                "2024-07-01--2024-07-31",
                " 2024-07",
                "٢٠٢٤-٠٧"
            })
    void what_is_no_code_is_refused_and_so_is_a_second_code_of_a_period_that_has_one(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(text));
    }

    @Property
    void every_period_is_read_back_from_its_code(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.code())).isEqualTo(period);
    }

    @Property
    void going_on_and_back_again_leads_to_the_same_kind_of_period_without_gap_or_overlap(
            @ForAll("periods") Period period) {
        assertThat(period.next().start()).isEqualTo(period.end().plusDays(1));
        assertThat(period.previous().end()).isEqualTo(period.start().minusDays(1));
        assertThat(period.next().kind()).isEqualTo(period.kind());
        assertThat(period.next().previous()).isEqualTo(period);
    }

    @Property
    void the_months_and_the_quarters_of_a_financial_year_fill_it(@ForAll @IntRange(min = 1949, max = 2199) int start) {
        FinancialYear year = new FinancialYear(start);
        assertThat(year.months()).hasSize(12).isEqualTo(year.period().months());
        assertThat(year.quarters().stream().flatMap(quarter -> quarter.months().stream()))
                .isEqualTo(year.months());
        assertThat(Stream.of(year.start(), year.end()).map(FinancialYear::of)).containsOnly(year);
        assertThat(FinancialYear.of(year.start().minusDays(1)).startYear()).isEqualTo(start - 1);
        assertThat(FinancialYear.parse(year.code())).isEqualTo(year);
    }

    @Test
    void only_whole_months_inside_are_counted_as_months() {
        assertThat(new Period(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 4, 15)).months())
                .containsExactly(Period.month(YearMonth.of(2024, 2)), Period.month(YearMonth.of(2024, 3)));
        assertThat(new Period(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 1, 20)).months())
                .isEmpty();
    }

    @Test
    void a_period_cannot_end_before_it_starts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(LocalDate.of(2024, 7, 2), LocalDate.of(2024, 7, 1)));
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Period> months = Combinators.combine(
                        Arbitraries.integers().between(1990, 2050),
                        Arbitraries.integers().between(1, 12))
                .as((year, month) -> Period.month(YearMonth.of(year, month)));
        Arbitrary<Period> quarters = Combinators.combine(
                        Arbitraries.integers().between(1990, 2050),
                        Arbitraries.integers().between(1, 4))
                .as((year, number) -> Period.quarter(new FinancialYear(year), number));
        Arbitrary<Period> years =
                Arbitraries.integers().between(1990, 2050).map(year -> new FinancialYear(year).period());
        Arbitrary<Period> partOfMonth = Combinators.combine(
                        Arbitraries.integers().between(0, 20_000),
                        Arbitraries.integers().between(0, 26))
                .as((day, length) -> {
                    LocalDate start = LocalDate.ofEpochDay(7_000L + day);
                    return new Period(start, start.plusDays(length));
                });
        return Arbitraries.oneOf(months, quarters, years, partOfMonth);
    }
}
