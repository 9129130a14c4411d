package org.silkthread.server.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.server.ServerTest;

@ServerTest
class WorkingDaysTest {

    /** Days that the yearly rules would give and a proclamation took away. */
    private static final Set<LocalDate> MOVED_AWAY =
            Set.of(LocalDate.of(2012, 5, 28), LocalDate.of(2020, 5, 4), LocalDate.of(2022, 5, 30));

    /** Days that only a proclamation gave. */
    private static final Set<LocalDate> PROCLAIMED = Set.of(
            LocalDate.of(2011, 4, 29),
            LocalDate.of(2012, 6, 4),
            LocalDate.of(2012, 6, 5),
            LocalDate.of(2020, 5, 8),
            LocalDate.of(2022, 6, 2),
            LocalDate.of(2022, 6, 3),
            LocalDate.of(2022, 9, 19),
            LocalDate.of(2023, 5, 8));

    private final WorkingDays workingDays;

    WorkingDaysTest(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    @Test
    void bank_holidays_are_held_from_2008_to_2027() {
        assertThat(workingDays.known()).isEqualTo(new Period(LocalDate.of(2008, 1, 1), LocalDate.of(2027, 12, 31)));
    }

    @Test
    void every_bank_holiday_follows_from_the_yearly_rules_or_from_a_proclamation() {
        for (int year = 2008; year <= 2027; year++) {
            Set<LocalDate> expected = byTheRules(year);
            expected.removeAll(MOVED_AWAY);
            for (LocalDate proclaimed : PROCLAIMED) {
                if (proclaimed.getYear() == year) {
                    expected.add(proclaimed);
                }
            }
            Set<LocalDate> held = new TreeSet<>();
            LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> workingDays.bankHoliday(day).isPresent())
                    .forEach(held::add);
            assertThat(held).as("bank holidays of %d", year).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2011-04-21,  5, 2011-05-04", // Easter and the royal wedding lie between
        "2012-06-01,  1, 2012-06-06", // the Diamond Jubilee made it four days
        "2022-09-16,  1, 2022-09-20", // the state funeral
        "2024-12-24,  1, 2024-12-27",
        "2021-12-24,  1, 2021-12-29", // Christmas and Boxing Day on a weekend
        "2024-07-06,  1, 2024-07-08", // from a Saturday
        "2024-07-06, -1, 2024-07-05",
        "2024-07-08,  0, 2024-07-08",
        "2024-07-06,  0, 2024-07-06",
        "2024-05-02, 20, 2024-06-03"
    })
    void a_number_of_working_days_after_a_date(LocalDate date, int count, LocalDate expected) {
        assertThat(workingDays.add(date, count)).isEqualTo(expected);
    }

    @Test
    void counting_is_the_reverse_of_adding_and_lands_on_working_days() {
        Random random = new Random(2008);
        for (int i = 0; i < 2_000; i++) {
            LocalDate date = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(6_000));
            int count = random.nextInt(300) - 100;
            LocalDate reached = workingDays.add(date, count);
            if (count != 0) {
                assertThat(workingDays.isWorkingDay(reached)).isTrue();
            }
            assertThat(workingDays.between(date, reached)).isEqualTo(count);
            assertThat(workingDays.onOrAfter(date)).isAfterOrEqualTo(date).matches(workingDays::isWorkingDay);
        }
    }

    @Test
    void a_year_whose_bank_holidays_are_not_held_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workingDays.add(LocalDate.of(2027, 12, 30), 5))
                .withMessageContaining("held for 2008 to 2027");
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays.isWorkingDay(LocalDate.of(2007, 12, 31)));
    }

    private static Set<LocalDate> byTheRules(int year) {
        LocalDate easter = easter(year);
        Set<LocalDate> days = new TreeSet<>(Set.of(
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1).with(firstInMonth(MONDAY)),
                LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)),
                LocalDate.of(year, Month.AUGUST, 1).with(lastInMonth(MONDAY))));
        for (LocalDate fixed :
                new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26)}) {
            LocalDate substitute = fixed;
            while (substitute.getDayOfWeek() == SATURDAY
                    || substitute.getDayOfWeek() == SUNDAY
                    || days.contains(substitute)) {
                substitute = substitute.plusDays(1);
            }
            days.add(substitute);
        }
        // Christmas on a Sunday: Boxing Day keeps its Monday, so the set of days is the same either way.
        return days;
    }

    /** Easter Sunday by Gauss's method as Butcher completed it. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int fullMoon = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + fullMoon + 2 - century + century / 4) % 7;
        int fromMarch = fullMoon - weekday;
        int month = 3 + (fromMarch + 40) / 44;
        return LocalDate.of(year, month, fromMarch + 28 - 31 * (month / 4));
    }
}
