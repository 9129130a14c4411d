package org.silkthread.server.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When an event of the statutory calendar happens. */
sealed interface Timing {

    /** Every time it happens between two days, both included, in order. */
    List<StatedDate> within(Period period);

    /** The day by which it is due for this financial year, if it is about financial years or falls once into this one. */
    Optional<LocalDate> due(FinancialYear year);

    record Once(StatedDate on) implements Timing {

        @Override
        public List<StatedDate> within(Period period) {
            return period.overlaps(new Period(on.first(), on.last())) ? List.of(on) : List.of();
        }

        @Override
        public Optional<LocalDate> due(FinancialYear year) {
            return Optional.of(on.last()).filter(year.period()::contains);
        }
    }

    record Returning(int years, LocalDate from) implements Timing {

        @Override
        public List<StatedDate> within(Period period) {
            // Counted from the start each time, so that 29 February is not lost after its first short year.
            return Stream.iterate(1, number -> number + 1)
                    .map(number -> from.plusYears((long) number * years))
                    .takeWhile(day -> !day.isAfter(period.end()))
                    .filter(period::contains)
                    .<StatedDate>map(StatedDate.Day::new)
                    .toList();
        }

        @Override
        public Optional<LocalDate> due(FinancialYear year) {
            return within(year.period()).stream().map(StatedDate::last).findFirst();
        }
    }

    record AfterFinancialYear(MonthDay day, FinancialYear first) implements Timing {

        @Override
        public List<StatedDate> within(Period period) {
            int start =
                    Math.max(first.startYear(), FinancialYear.of(period.start()).startYear() - 1);
            return Stream.iterate(new FinancialYear(start), FinancialYear::next)
                    .map(this::dueAfter)
                    .takeWhile(day -> !day.isAfter(period.end()))
                    .filter(period::contains)
                    .<StatedDate>map(StatedDate.Day::new)
                    .toList();
        }

        @Override
        public Optional<LocalDate> due(FinancialYear year) {
            return year.compareTo(first) < 0 ? Optional.empty() : Optional.of(dueAfter(year));
        }

        private LocalDate dueAfter(FinancialYear year) {
            LocalDate sameYear = day.atYear(year.end().getYear());
            return sameYear.isAfter(year.end())
                    ? sameYear
                    : day.atYear(year.end().getYear() + 1);
        }
    }
}
