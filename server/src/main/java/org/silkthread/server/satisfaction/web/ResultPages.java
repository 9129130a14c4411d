package org.silkthread.server.satisfaction.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.satisfaction.CollectionPoint;
import org.silkthread.server.satisfaction.FormQuestion;
import org.silkthread.server.satisfaction.Grade;
import org.silkthread.server.satisfaction.Satisfaction;
import org.silkthread.server.satisfaction.Tally;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Better;
import org.silkthread.server.web.chart.Counts;
import org.silkthread.server.web.chart.IntervalChart;
import org.silkthread.server.web.chart.NumberForm;
import org.silkthread.server.web.chart.Reading;
import org.silkthread.server.web.chart.Standing;
import org.silkthread.server.web.chart.Titles;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/** What a department's answers come to, week by week. Each figure comes with how many answered and its interval. */
@Component
class ResultPages {

    private static final int WEEKS = 12;

    private final Satisfaction satisfaction;
    private final Clock clock;

    ResultPages(Satisfaction satisfaction, Clock clock) {
        this.satisfaction = satisfaction;
        this.clock = clock;
    }

    /** One week of answers, from its Monday. */
    private record Week(LocalDate monday, Tally tally) {

        String words() {
            return Wording.dates(monday, monday.plusDays(6));
        }
    }

    /** The last 12 weeks, this one with what came so far. */
    private List<Week> weeks(CollectionPoint point) {
        LocalDate monday = UkTime.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.rangeClosed(1 - WEEKS, 0)
                .mapToObj(monday::plusWeeks)
                .map(week -> new Week(
                        week,
                        satisfaction.of(
                                point.organisation(),
                                point.department(),
                                start(week),
                                start(week.plusWeeks(1)),
                                clock.instant())))
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(UkTime.ZONE).toInstant();
    }

    /** The share that said good or very good, week by week. */
    IntervalChart chart(CollectionPoint point, String place) {
        List<Week> weeks = weeks(point);
        List<IntervalChart.Row> rows = weeks.stream()
                .map(week -> row(week.words(), week.tally().good()))
                .toList();
        return new IntervalChart(
                new Titles(
                        "What patients said, week by week",
                        "People who said good or very good",
                        point.department() + ", " + place,
                        Wording.dates(
                                weeks.getFirst().monday(),
                                weeks.getLast().monday().plusDays(6))),
                NumberForm.PERCENT,
                Better.HIGHER,
                Optional.empty(),
                rows);
    }

    private static IntervalChart.Row row(String name, PublishedValue value) {
        return switch (value) {
            case PublishedValue.Shown shown ->
                new IntervalChart.Row(
                        name,
                        Reading.of(shown.value()),
                        Optional.of(new IntervalChart.Interval(
                                shown.interval().lower(), shown.interval().upper())),
                        Optional.of(Counts.of(
                                shown.numeratorShown(),
                                shown.denominator().orElseThrow().shown().orElseThrow())),
                        Standing.NOT_COMPARED,
                        false);
            case PublishedValue.Withheld withheld ->
                new IntervalChart.Row(
                        name,
                        Reading.missing(withheld.reason().label()),
                        Optional.empty(),
                        Optional.empty(),
                        Standing.NOT_COMPARED,
                        false);
        };
    }

    /** Every grade of every week. */
    Table table(CollectionPoint point, String place) {
        return new Table(
                "What patients said: " + point.department() + ", " + place,
                List.of(
                        Column.words("Week"),
                        Column.words("Answer"),
                        Column.numbers("People who said so"),
                        Column.numbers("People who answered"),
                        Column.numbers("Share", "%"),
                        Column.numbers("From", "%"),
                        Column.numbers("To", "%")),
                weeks(point).stream()
                        .flatMap(week -> Arrays.stream(Grade.values())
                                .filter(grade -> grade != Grade.VERY_POOR)
                                .map(grade -> cells(
                                        List.of(Cell.words(week.words()), Cell.words(orBetter(grade))),
                                        week.tally().share(grade))))
                        .toList());
    }

    /** What the form's questions came to over the weeks that are shown. */
    Table questions(CollectionPoint point) {
        LocalDate monday = UkTime.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant from = start(monday.plusWeeks(1L - WEEKS));
        return new Table(
                "Who said yes on the form, last 12 weeks",
                List.of(
                        Column.words("Question"),
                        Column.numbers("People who said yes"),
                        Column.numbers("People who answered"),
                        Column.numbers("Share", "%"),
                        Column.numbers("From", "%"),
                        Column.numbers("To", "%")),
                Arrays.stream(FormQuestion.values())
                        .map(question -> cells(
                                List.of(Cell.words(question.words())),
                                satisfaction.saidYes(
                                        point.organisation(), point.department(), question, from, clock.instant())))
                        .toList());
    }

    private static String orBetter(Grade grade) {
        return switch (grade) {
            case VERY_GOOD -> "Very good";
            case GOOD -> "Good or very good";
            case POOR -> "Anything but very poor";
            case VERY_POOR -> "Anything";
        };
    }

    private static List<Cell> cells(List<Cell> start, PublishedValue value) {
        List<Cell> end = switch (value) {
            case PublishedValue.Shown shown ->
                List.of(
                        figure(shown.numeratorShown()),
                        figure(shown.denominator().orElseThrow().shown().orElseThrow()),
                        share(shown.value()),
                        share(shown.interval().lower()),
                        share(shown.interval().upper()));
            case PublishedValue.Withheld withheld -> {
                Cell why = Cell.absent(withheld.reason().label());
                Cell all = withheld.denominator()
                        .flatMap(count -> count.shown().stream().boxed().findFirst())
                        .map(ResultPages::figure)
                        .orElse(why);
                yield List.of(why, all, why, why, why);
            }
        };
        return Stream.concat(start.stream(), end.stream()).toList();
    }

    private static Cell figure(long count) {
        return Cell.figure(Wording.count(count), String.valueOf(count));
    }

    private static Cell share(double share) {
        return Cell.figure(Wording.percent(share), NumberForm.PERCENT.bare(share));
    }
}
