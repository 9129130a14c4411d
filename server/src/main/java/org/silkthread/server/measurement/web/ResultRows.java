package org.silkthread.server.measurement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.measure.report.Scoring;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.CrudeRate;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.Proportion;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.measurement.IndicatorOutcome;
import org.silkthread.server.measurement.MeasureResult;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;

/** The results of a calculation as a table. */
final class ResultRows {

    private static final int DECIMALS = 2;

    private ResultRows() {}

    static Table table(String period, List<MeasureResult> results, List<IndicatorOutcome> outcomes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MeasureResult result : results) {
            for (MeasureResult.Group group : result.groups()) {
                rows.add(row(result, group, outcomes));
            }
        }
        return new Table(
                "Results for " + period,
                List.of(
                        Table.Column.words("Measure"),
                        Table.Column.words("Counted"),
                        Table.Column.numbers("Numerator"),
                        Table.Column.numbers("Denominator"),
                        Table.Column.numbers("Rate"),
                        Table.Column.words("95% interval"),
                        Table.Column.numbers("Patients not evaluated"),
                        Table.Column.words("Published")),
                rows);
    }

    private static List<Cell> row(MeasureResult result, MeasureResult.Group group, List<IndicatorOutcome> outcomes) {
        return Table.row(
                Cell.words(title(result, group)),
                Cell.words(group.countsPatients() ? "Patients" : group.basis()),
                count(group.numerator()),
                count(group.denominator()),
                rate(group),
                interval(group).map(interval -> interval(interval, group)).orElse(Cell.absent("Not worked out")),
                Cell.figure(Wording.count(result.failed()), Long.toString(result.failed())),
                published(result, group, outcomes));
    }

    private static String title(MeasureResult result, MeasureResult.Group group) {
        if (result.groups().size() == 1) {
            return result.title();
        }
        String name = group.label().isEmpty() ? group.id() : group.label();
        return result.title() + ", " + (name.isEmpty() ? "rate " + group.number() : name);
    }

    private static Cell count(OptionalLong count) {
        return count.isPresent()
                ? Cell.figure(Wording.count(count.getAsLong()), Long.toString(count.getAsLong()))
                : Cell.absent("Not applicable");
    }

    private static Cell rate(MeasureResult.Group group) {
        if (group.scoring() == Scoring.COHORT) {
            return Cell.absent("Not applicable: a count");
        }
        return group.score()
                .map(score -> Cell.figure(shown(score.doubleValue(), group), score.toPlainString()))
                .orElseGet(() -> Cell.absent("None: " + group.words()));
    }

    private static String shown(double value, MeasureResult.Group group) {
        return switch (group.scoring()) {
            case PROPORTION -> Wording.percent(value);
            case COHORT -> Wording.decimal(value, 0);
            case RATIO, CONTINUOUS_VARIABLE, COMPOSITE -> Wording.decimal(value, DECIMALS);
        };
    }

    /** Wilson's interval of a share, and that of a count. Other scores have none here. */
    private static Optional<Interval> interval(MeasureResult.Group group) {
        long numerator = group.numerator().orElse(-1);
        long denominator = group.denominator().orElse(-1);
        return switch (group.scoring()) {
            case PROPORTION ->
                numerator < 0 || numerator > denominator
                        ? Optional.empty()
                        : Proportion.of(numerator, denominator).map(share -> share.interval(ConfidenceLevel.P95));
            case COHORT -> CrudeRate.of(numerator, 1, 1).map(count -> count.interval(ConfidenceLevel.P95));
            case RATIO, CONTINUOUS_VARIABLE, COMPOSITE -> Optional.empty();
        };
    }

    private static Cell interval(Interval interval, MeasureResult.Group group) {
        return Cell.words(Wording.range(shown(interval.lower(), group), shown(interval.upper(), group)));
    }

    private static Cell published(MeasureResult result, MeasureResult.Group group, List<IndicatorOutcome> outcomes) {
        List<IndicatorOutcome> mine = outcomes.stream()
                .filter(outcome -> outcome.position() == result.position())
                .filter(outcome -> outcome.number() == group.number() || outcome.number() == 0)
                .toList();
        if (mine.isEmpty()) {
            return Cell.absent("No indicator uses this measure");
        }
        Optional<FigureId> figure =
                mine.stream().flatMap(outcome -> outcome.figure().stream()).findFirst();
        return figure.map(id -> Cell.link("Figure of " + id.indicator(), "/figures/" + id.code()))
                .orElseGet(() -> Cell.absent("Not published. " + mine.getFirst().words()));
    }
}
