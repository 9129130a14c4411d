package org.silkthread.server.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.StatutoryCalendar;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** The day by which a year's account has to be published, and what to say of one that is not. */
@Component
public class Deadline {

    private final StatutoryCalendar calendar;
    private final Clock clock;

    Deadline(StatutoryCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The day by which the account of a year is due; empty for years before accounts were required. */
    public Optional<LocalDate> of(FinancialYear year) {
        return calendar.due(StatutoryCalendar.QUALITY_ACCOUNT_PUBLICATION, year);
    }

    /** 'It is due on 30 June 2025, in 40 days.' or 'It was due on 30 June 2025 and is 3 days late.' */
    public String standing(FinancialYear year) {
        return of(year).map(this::standing).orElse("No day is set by which it must be published.");
    }

    private String standing(LocalDate due) {
        long days = ChronoUnit.DAYS.between(UkTime.today(clock), due);
        if (days < 0) {
            return "It was due on " + Wording.date(due) + " and is " + days(-days) + " late.";
        }
        return days == 0
                ? "It is due today, " + Wording.date(due) + "."
                : "It is due on " + Wording.date(due) + ", in " + days(days) + ".";
    }

    /** 'Published 28 June 2025, in time' or 'Published 3 July 2025, 3 days late'. */
    public String published(FinancialYear year, Instant at) {
        LocalDate day = UkTime.at(at).toLocalDate();
        String words = "Published " + Wording.date(day);
        return of(year).map(due -> day.isAfter(due)
                        ? words + ", " + days(ChronoUnit.DAYS.between(due, day)) + " late"
                        : words + ", in time")
                .orElse(words);
    }

    /** 'Not published. It was due on 30 June 2025.' for everybody to read; says nothing about a draft. */
    public String notPublished(FinancialYear year) {
        return of(year).map(due -> UkTime.today(clock).isAfter(due)
                        ? "Late: not published. It was due on " + Wording.date(due)
                        : "Not published yet. It is due on " + Wording.date(due))
                .orElse("Not published");
    }

    private static String days(long days) {
        return Wording.counted(days, "day", "days");
    }
}
