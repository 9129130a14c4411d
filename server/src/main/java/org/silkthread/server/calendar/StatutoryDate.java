package org.silkthread.server.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * An event that a statute or one of the source papers dates. Exactly one of {@code dated}, {@code every} and
 * {@code afterFinancialYear} says when.
 *
 * @param effectiveFrom when the source stated it: before that day the calendar did not hold it
 * @param dated the date of an event that happens once, as precisely as the source states it
 * @param every the rhythm of an event that returns
 * @param afterFinancialYear the day, after the end of each financial year, by which something about that year is due
 * @param firstFinancialYear the first year that {@code afterFinancialYear} is about
 * @param note what else the reader should know, such as where sources disagree
 */
public record StatutoryDate(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        Optional<StatedDate> dated,
        Optional<Rhythm> every,
        Optional<MonthDay> afterFinancialYear,
        Optional<String> firstFinancialYear,
        Optional<String> note)
        implements Content {

    /**
     * An event that returns on the same day of the year.
     *
     * @param years after how many years, 1 or more
     * @param from the day it is counted from; the first event is one interval later
     */
    public record Rhythm(int years, LocalDate from) {

        public Rhythm {
            if (years < 1) {
                throw new IllegalArgumentException("An event returns after 1 year or more, not " + years);
            }
        }
    }

    public StatutoryDate {
        long ways = Stream.of(dated, every, afterFinancialYear)
                .filter(Optional::isPresent)
                .count();
        if (ways != 1) {
            throw new IllegalArgumentException(
                    "Expected one of 'dated', 'every' and 'afterFinancialYear' for '" + id + "', found " + ways);
        }
        if (afterFinancialYear.isPresent() != firstFinancialYear.isPresent()) {
            throw new IllegalArgumentException(
                    "'afterFinancialYear' and 'firstFinancialYear' go together; '" + id + "' has one of them");
        }
        firstFinancialYear.ifPresent(FinancialYear::parse);
    }

    /** When it happens, as one of the three ways. */
    Timing timing() {
        if (dated.isPresent()) {
            return new Timing.Once(dated.get());
        }
        if (every.isPresent()) {
            return new Timing.Returning(every.get().years(), every.get().from());
        }
        return new Timing.AfterFinancialYear(
                afterFinancialYear.orElseThrow(), FinancialYear.parse(firstFinancialYear.orElseThrow()));
    }
}
