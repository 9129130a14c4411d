package org.silkthread.server.web.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import org.silkthread.server.web.Wording;

/**
 * When a reading was taken, in words.
 *
 * @param words in full, for sentences and tables, such as 'April 2024'
 * @param tick in short, for an axis, such as 'Apr 2024'
 */
public record Moment(String words, String tick) {

    public static Moment month(YearMonth month) {
        return new Moment(Wording.month(month), Wording.shortMonth(month));
    }

    public static Moment day(LocalDate day) {
        return new Moment(Wording.date(day), Wording.date(day));
    }

    /** '2023 to 2024', the financial year that begins on 1 April of the year given. */
    public static Moment financialYear(int firstYear) {
        String words = Wording.range(Integer.toString(firstYear), Integer.toString(firstYear + 1));
        return new Moment(words, words);
    }
}
