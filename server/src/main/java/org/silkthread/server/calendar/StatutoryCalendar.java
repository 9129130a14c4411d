package org.silkthread.server.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/** The dates that statutes and the source papers set, as they were known on any day. */
@Component
public class StatutoryCalendar {

    /** The event by which a Quality Account is published. */
    public static final String QUALITY_ACCOUNT_PUBLICATION = "quality-account-publication";

    private final Register register;

    StatutoryCalendar(Register register) {
        this.register = register;
    }

    /**
     * An event and one time at which it happens.
     *
     * @param on when, as precisely as the source states it
     */
    public record Occurrence(StatutoryDate event, StatedDate on) {}

    /** Every event that the calendar held on {@code asAt}, in the order of their keys. */
    public List<StatutoryDate> events(LocalDate asAt) {
        return register.all(CalendarContent.STATUTORY_DATES, asAt).stream()
                .map(Entry::content)
                .toList();
    }

    /**
     * The day by which an event is due for a financial year. An event about financial years, such as the publication of
     * a Quality Account, is due after the end of the year that it is about.
     *
     * @param event the event's key
     * @return empty if there is no such event, or it does not concern this year
     */
    public Optional<LocalDate> due(String event, FinancialYear year) {
        return register.history(CalendarContent.STATUTORY_DATES, event).stream()
                .findFirst()
                .flatMap(newest -> newest.content().timing().due(year));
    }

    /**
     * What comes within a year of {@code date}, by what the calendar held on that date, soonest first. An event that its
     * source dates to a month, a season or a year counts until that is over.
     */
    public List<Occurrence> upcoming(LocalDate date) {
        return between(new Period(date, date.plusYears(1)), date);
    }

    /** What happens in a period, by what the calendar held on {@code asAt}, soonest first. */
    public List<Occurrence> between(Period period, LocalDate asAt) {
        return events(asAt).stream()
                .flatMap(event -> event.timing().within(period).stream().map(on -> new Occurrence(event, on)))
                .sorted(Comparator.comparing(
                                (Occurrence occurrence) -> occurrence.on().last())
                        .thenComparing(occurrence -> occurrence.on().first())
                        .thenComparing(occurrence -> occurrence.event().title()))
                .toList();
    }
}
