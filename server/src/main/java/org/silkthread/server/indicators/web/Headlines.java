package org.silkthread.server.indicators.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** Says a figure large, with everything that a figure must carry. */
@Component
class Headlines {

    private final Clock clock;

    Headlines(Clock clock) {
        this.clock = clock;
    }

    /** On a page that is about something else: with a link to the figure's own page. */
    Headline linked(Figure figure) {
        return headline(figure, "/figures/" + figure.id().code());
    }

    /** On the figure's own page. */
    Headline own(Figure figure) {
        return headline(figure, "");
    }

    private Headline headline(Figure figure, String href) {
        return new Headline(
                figure.definition().title() + ", " + figure.organisationName(),
                figure.shown().isPresent(),
                FigureWords.number(figure),
                FigureWords.unit(figure),
                FigureWords.whyNot(figure)
                        .orElseGet(() -> FigureWords.plain(figure).orElse(FigureWords.value(figure))),
                facts(figure),
                figure.marks().stream().map(Headlines::mark).toList(),
                href);
    }

    static MarkLine mark(Mark mark) {
        return new MarkLine(mark.label(), mark.explanation(), mark.href());
    }

    private List<Fact> facts(Figure figure) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Period", period(figure)));
        facts.add(new Fact("Based on", base(figure)));
        facts.add(new Fact("Likely range", FigureWords.interval(figure)));
        facts.add(new Fact(
                "Source", figure.source().map(FigureSource::publication).orElse("No data")));
        facts.add(new Fact("Age", figure.source().map(this::age).orElse("No data")));
        facts.add(new Fact("Next figure", next(figure)));
        facts.add(new Fact(
                "Status", figure.source().map(source -> source.status().label()).orElse("No data")));
        return facts;
    }

    private static String period(Figure figure) {
        String label = figure.id().period().label();
        return figure.coverage().periodsExpected() > 1 || !figure.coverage().isComplete()
                ? label + " ("
                        + figure.coverage()
                                .words(figure.definition().collection().frequency())
                        + ")"
                : label;
    }

    private static String base(Figure figure) {
        boolean rounded = figure.shown().map(shown -> shown.isRounded()).orElse(false);
        return FigureWords.base(figure) + (rounded ? ", rounded to the nearest 5" : "");
    }

    private String age(FigureSource source) {
        LocalDate received = UkTime.at(source.received()).toLocalDate();
        long days = ChronoUnit.DAYS.between(received, UkTime.today(clock));
        String ago = days <= 0 ? "today" : Wording.counted(days, "day ago", "days ago");
        return "Received on " + Wording.date(received) + ", " + ago;
    }

    private String next(Figure figure) {
        LocalDate due = figure.nextRelease().due();
        String period = figure.nextRelease().period().label();
        return due.isBefore(UkTime.today(clock))
                ? period + ", late since " + Wording.date(due)
                : period + ", due by " + Wording.date(due);
    }
}
