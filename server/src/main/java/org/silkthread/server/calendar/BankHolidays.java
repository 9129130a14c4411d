package org.silkthread.server.calendar;

import java.time.LocalDate;
import java.util.List;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * The bank holidays of one calendar year in England.
 *
 * @param id the country and the year, such as {@code england-2020}
 * @param year the calendar year
 * @param holidays each day off, substitute days included, in the order of their dates
 */
record BankHolidays(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        int year,
        List<BankHoliday> holidays)
        implements Content {

    BankHolidays {
        holidays = List.copyOf(holidays);
        for (BankHoliday holiday : holidays) {
            if (holiday.date().getYear() != year) {
                throw new IllegalArgumentException(holiday.date() + " does not lie in " + year);
            }
        }
    }

    /**
     * One day off.
     *
     * @param name what it is called; a substitute day says so
     */
    record BankHoliday(LocalDate date, String name) {}
}
