package org.silkthread.server.dashboards.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.silkthread.methods.spc.Improvement;
import org.silkthread.methods.spc.Observation;
import org.silkthread.methods.spc.PointType;
import org.silkthread.methods.spc.XmrOptions;
import org.silkthread.methods.spc.XmrPoint;
import org.silkthread.server.dashboards.Readout;
import org.silkthread.server.dashboards.Snapshot;
import org.silkthread.server.dashboards.Step;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.chart.Assurance;
import org.silkthread.server.web.chart.Chart;
import org.silkthread.server.web.chart.Counts;
import org.silkthread.server.web.chart.Moment;
import org.silkthread.server.web.chart.NumberForm;
import org.silkthread.server.web.chart.PointMark;
import org.silkthread.server.web.chart.Reading;
import org.silkthread.server.web.chart.Titles;
import org.silkthread.server.web.chart.Variation;
import org.silkthread.server.web.chart.XmrChart;

/**
 * What a tile showed over time, for its team. Days and weeks have control limits. Hours have none: the hours of a day
 * differ by nature, and limits over them would call every evening a change.
 */
final class TileChart {

    private final Snapshot.Reading reading;
    private final Step step;
    private final String place;

    private TileChart(Snapshot.Reading reading, Step step, String place) {
        this.reading = reading;
        this.step = step;
        this.place = place;
    }

    /** Nothing when the tile has no chart, or there is no figure to draw. */
    static Optional<Chart> of(Snapshot.Reading reading, String place) {
        return reading.tile()
                .chart()
                .filter(step -> reading.series().stream()
                        .anyMatch(point -> value(point.readout()).isPresent()))
                .map(step -> new TileChart(reading, step, place).chart());
    }

    private XmrChart chart() {
        org.silkthread.methods.spc.XmrChart xmr = org.silkthread.methods.spc.XmrChart.of(
                IntStream.range(0, reading.series().size())
                        .mapToObj(i -> new Observation(
                                LocalDate.EPOCH.plusDays(i),
                                value(reading.series().get(i).readout())))
                        .toList(),
                XmrOptions.of(Improvement.NEUTRAL));
        Variation variation = step == Step.HOUR ? Variation.NOT_JUDGED : variation(xmr);
        return new XmrChart(
                new Titles(headline(variation), "Figures " + step.words(), place, span()),
                form(),
                IntStream.range(0, reading.series().size())
                        .mapToObj(
                                i -> point(reading.series().get(i), xmr.points().get(i)))
                        .toList(),
                step == Step.HOUR ? List.of() : phases(xmr),
                Optional.empty(),
                variation,
                Assurance.NO_STANDARD);
    }

    private String headline(Variation variation) {
        String title = reading.tile().title();
        return step == Step.HOUR ? title : title + ": " + variation.words();
    }

    private static Variation variation(org.silkthread.methods.spc.XmrChart xmr) {
        return xmr.phases().isEmpty()
                        || xmr.phases().getLast().limits().isEmpty()
                        || xmr.measured().isEmpty()
                ? Variation.TOO_FEW_POINTS
                : switch (xmr.measured().getLast().type()) {
                    case NEUTRAL_HIGH -> Variation.HIGHER;
                    case NEUTRAL_LOW -> Variation.LOWER;
                    case COMMON_CAUSE, IMPROVEMENT, CONCERN -> Variation.USUAL;
                };
    }

    private static List<XmrChart.Phase> phases(org.silkthread.methods.spc.XmrChart xmr) {
        return xmr.phases().stream()
                .flatMap(phase -> phase.limits().stream()
                        .map(limits -> new XmrChart.Phase(
                                (int) phase.from().toEpochDay(),
                                (int) phase.to().toEpochDay(),
                                phase.centre().orElseThrow(),
                                limits.lower(),
                                limits.upper())))
                .toList();
    }

    private XmrChart.Point point(Snapshot.Point point, XmrPoint judged) {
        OptionalDouble value = value(point.readout());
        boolean isHigh = judged instanceof XmrPoint.Measured measured && measured.type() == PointType.NEUTRAL_HIGH;
        boolean isLow = judged instanceof XmrPoint.Measured measured && measured.type() == PointType.NEUTRAL_LOW;
        PointMark mark = step == Step.HOUR || !(isHigh || isLow)
                ? PointMark.ORDINARY
                : isHigh ? PointMark.HIGHER : PointMark.LOWER;
        return new XmrChart.Point(
                moment(point.end()),
                value.isPresent() ? Reading.of(value.getAsDouble()) : Reading.missing("Nobody counted"),
                counts(point.readout()),
                mark);
    }

    private static Optional<Counts> counts(Readout readout) {
        return readout instanceof Readout.Share(long met, long number)
                ? Optional.of(Counts.of(met, number))
                : Optional.empty();
    }

    private static OptionalDouble value(Readout readout) {
        return switch (readout) {
            case Readout.Count(long number) -> OptionalDouble.of(number);
            case Readout.Waited waited -> OptionalDouble.of(minutes(waited.middle()));
            case Readout.Average average -> OptionalDouble.of(minutes(average.mean()));
            case Readout.Longest longest -> OptionalDouble.of(minutes(longest.longest()));
            case Readout.Share(long met, long number) -> OptionalDouble.of((double) met / number);
            case Readout.Nothing nothing -> OptionalDouble.empty();
        };
    }

    private static double minutes(Duration length) {
        return length.toSeconds() / 60.0;
    }

    private NumberForm form() {
        return reading.series().stream()
                .map(Snapshot.Point::readout)
                .filter(readout -> !(readout instanceof Readout.Nothing))
                .findFirst()
                .map(readout -> switch (readout) {
                    case Readout.Count count -> NumberForm.COUNT;
                    case Readout.Share share -> NumberForm.PERCENT;
                    case Readout.Waited waited -> NumberForm.of("minutes", 0);
                    case Readout.Average average -> NumberForm.of("minutes", 0);
                    case Readout.Longest longest -> NumberForm.of("minutes", 0);
                    case Readout.Nothing nothing -> NumberForm.COUNT;
                })
                .orElse(NumberForm.COUNT);
    }

    private String span() {
        return Wording.range(
                moment(reading.series().getFirst().end()).words(),
                moment(reading.series().getLast().end()).words());
    }

    /** A point is named by the end of its step; a day by itself, not by the midnight that ends it. */
    private Moment moment(ZonedDateTime end) {
        LocalDateTime local = end.toLocalDateTime();
        return switch (step) {
            case HOUR ->
                new Moment(
                        Wording.time(local.toLocalTime()) + " on " + Wording.date(local.toLocalDate()),
                        Wording.time(local.toLocalTime()));
            case DAY, WEEK -> Moment.day(local.toLocalDate().minusDays(1));
        };
    }
}
