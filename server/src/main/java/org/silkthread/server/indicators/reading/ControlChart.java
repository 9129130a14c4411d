package org.silkthread.server.indicators.reading;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.silkthread.methods.spc.AssuranceIcon;
import org.silkthread.methods.spc.Observation;
import org.silkthread.methods.spc.PointType;
import org.silkthread.methods.spc.VariationIcon;
import org.silkthread.methods.spc.XmrPhase;
import org.silkthread.methods.spc.XmrPoint;
import org.silkthread.methods.spc.XmrWarning;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Spc;
import org.silkthread.server.web.chart.Assurance;
import org.silkthread.server.web.chart.ChangeMark;
import org.silkthread.server.web.chart.Counts;
import org.silkthread.server.web.chart.Moment;
import org.silkthread.server.web.chart.PointMark;
import org.silkthread.server.web.chart.Reading;
import org.silkthread.server.web.chart.Sparkline;
import org.silkthread.server.web.chart.Target;
import org.silkthread.server.web.chart.Titles;
import org.silkthread.server.web.chart.Variation;
import org.silkthread.server.web.chart.XmrChart;

/**
 * One indicator of one organisation over time, by the rules of Making Data Count. Limits come from the values that are
 * shown, so that they tell nothing about one that is hidden.
 */
public final class ControlChart {

    private final IndicatorDefinition definition;
    private final String place;
    private final List<Moments> moments;
    private final org.silkthread.methods.spc.XmrChart xmr;
    private final boolean oneSided;

    private static final int FEWEST_FOR_A_MEDIAN = 3;

    /** One hidden figure in so many is borne; more, and what is shown no longer stands for the whole. */
    private static final int SHOWN_FOR_EACH_HIDDEN = 10;

    /** One period: what is shown of it, or why nothing is. */
    private record Moments(Period period, Reading reading, Optional<Counts> counts) {}

    private ControlChart(Figure latest, List<Moments> moments, long hidden) {
        this.definition = latest.definition();
        this.place = latest.organisationName();
        this.moments = List.copyOf(moments);
        this.xmr = org.silkthread.methods.spc.XmrChart.of(
                moments.stream().map(ControlChart::observation).toList(), Spc.options(definition));
        this.oneSided = hidden * SHOWN_FOR_EACH_HIDDEN > xmr.measured().size();
    }

    /**
     * The chart of these figures.
     *
     * @param series figures of one indicator and organisation, those without a value included, in any order
     * @return nothing when no figure is shown
     */
    public static Optional<ControlChart> of(List<Figure> series) {
        List<Figure> ordered = series.stream()
                .sorted((a, b) -> a.id().period().compareTo(b.id().period()))
                .toList();
        if (ordered.stream().noneMatch(figure -> figure.shown().isPresent())) {
            return Optional.empty();
        }
        return Optional.of(new ControlChart(
                ordered.getLast(),
                ordered.stream().map(ControlChart::moments).toList(),
                ordered.stream().filter(ControlChart::isHidden).count()));
    }

    /** What the latest points say. */
    public Variation variation() {
        if (oneSided) {
            return Variation.TOO_MANY_HIDDEN;
        }
        return xmr.phases().isEmpty() || xmr.phases().getLast().limits().isEmpty()
                ? Variation.TOO_FEW_POINTS
                : xmr.variation().map(ControlChart::variation).orElse(Variation.TOO_FEW_POINTS);
    }

    /** The drawing with its sentence, table and file. */
    public XmrChart chart() {
        List<XmrChart.Point> points = IntStream.range(0, moments.size())
                .mapToObj(i -> point(moments.get(i), judged().get(i)))
                .toList();
        return new XmrChart(
                new Titles(variation().words(), definition.title(), place, span()),
                FigureWords.form(definition),
                points,
                oneSided
                        ? List.of()
                        : xmr.phases().stream()
                                .flatMap(phase -> phase(phase).stream())
                                .toList(),
                definition.minimumStandard().map(standard -> new Target("Standard", standard.value())),
                variation(),
                assurance());
    }

    /** The same points without limits, against the median of those before the first of the changes. */
    public XmrChart run(List<ChangeMark> changes) {
        int first = changes.stream().mapToInt(ChangeMark::index).min().orElse(moments.size());
        double[] before = IntStream.range(0, first)
                .mapToObj(i -> moments.get(i).reading().known())
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        Optional<Target> median = before.length < FEWEST_FOR_A_MEDIAN
                ? Optional.empty()
                : Optional.of(new Target(
                        changes.isEmpty() ? "Median" : "Median before change",
                        (before[(before.length - 1) / 2] + before[before.length / 2]) / 2));
        List<XmrChart.Point> points = moments.stream()
                .map(moment -> new XmrChart.Point(
                        moment(moment.period()), moment.reading(), moment.counts(), PointMark.ORDINARY))
                .toList();
        return new XmrChart(
                new Titles("Run chart", definition.title(), place, span()),
                FigureWords.form(definition),
                points,
                List.of(),
                median,
                variation(),
                Assurance.NO_STANDARD);
    }

    /** A small drawing without axes. */
    public Sparkline sparkline() {
        List<Sparkline.Point> points = moments.stream()
                .map(moment -> new Sparkline.Point(moment(moment.period()), moment.reading()))
                .toList();
        return new Sparkline(
                new Titles(variation().words(), definition.title(), place, span()),
                FigureWords.form(definition),
                points,
                latestMark());
    }

    /**
     * Every period in order with the rule that marks it. Nothing is judged when many figures are hidden: they are the
     * small ones, so that limits drawn from the others would lie.
     */
    public List<XmrPoint> judged() {
        return oneSided
                ? xmr.points().stream()
                        .<XmrPoint>map(point -> new XmrPoint.Missing(point.date(), point.phase()))
                        .toList()
                : xmr.points();
    }

    /** Why the limits deserve less trust; empty when they are firm. */
    public List<String> cautions() {
        return oneSided ? List.of() : warnings();
    }

    private List<String> warnings() {
        return xmr.warnings().stream()
                .map(warning -> switch (warning) {
                    case XmrWarning.NoLimits none ->
                        "There are too few figures next to each other to tell change from chance.";
                    case XmrWarning.TrialLimits trial ->
                        "The limits are provisional: they rest on "
                                + trial.phase().measured() + " figures, fewer than 12.";
                    case XmrWarning.ShortBaseline baseline ->
                        "The limits rest on the first " + baseline.points() + " figures only.";
                })
                .toList();
    }

    private PointMark latestMark() {
        return oneSided || xmr.measured().isEmpty()
                ? PointMark.ORDINARY
                : mark(xmr.measured().getLast().type());
    }

    private String span() {
        Period first = moments.getFirst().period();
        Period last = moments.getLast().period();
        return first.equals(last) ? first.label() : new Period(first.start(), last.end()).label();
    }

    private Optional<XmrChart.Phase> phase(XmrPhase phase) {
        return phase.limits()
                .map(limits -> new XmrChart.Phase(
                        index(phase.from()),
                        index(phase.to()),
                        phase.centre().orElseThrow(),
                        limits.lower(),
                        limits.upper()));
    }

    private int index(java.time.LocalDate start) {
        return IntStream.range(0, moments.size())
                .filter(i -> moments.get(i).period().start().equals(start))
                .findFirst()
                .orElseThrow();
    }

    private Assurance assurance() {
        if (definition.minimumStandard().isEmpty()) {
            return Assurance.NO_STANDARD;
        }
        if (oneSided) {
            return Assurance.TOO_MANY_HIDDEN;
        }
        return xmr.assurance()
                .map(icon -> switch (icon) {
                    case AssuranceIcon.CONSISTENT_PASS -> Assurance.MEETS;
                    case AssuranceIcon.CONSISTENT_FAIL -> Assurance.MISSES;
                    case AssuranceIcon.INCONSISTENT -> Assurance.HIT_OR_MISS;
                })
                .orElse(Assurance.TOO_FEW_POINTS);
    }

    private static boolean isHidden(Figure figure) {
        return figure.value() instanceof PublishedValue.Withheld withheld
                && withheld.reason().protectsPeople();
    }

    private static Moments moments(Figure figure) {
        return new Moments(figure.id().period(), FigureWords.reading(figure), FigureWords.counts(figure));
    }

    private static Observation observation(Moments moment) {
        return moment.reading()
                .known()
                .map(value -> Observation.of(moment.period().start(), value))
                .orElseGet(() -> Observation.missing(moment.period().start()));
    }

    private static XmrChart.Point point(Moments moment, XmrPoint point) {
        PointMark mark = point instanceof XmrPoint.Measured measured ? mark(measured.type()) : PointMark.ORDINARY;
        return new XmrChart.Point(moment(moment.period()), moment.reading(), moment.counts(), mark);
    }

    private static PointMark mark(PointType type) {
        return switch (type) {
            case COMMON_CAUSE -> PointMark.ORDINARY;
            case IMPROVEMENT -> PointMark.BETTER;
            case CONCERN -> PointMark.WORSE;
            case NEUTRAL_HIGH -> PointMark.HIGHER;
            case NEUTRAL_LOW -> PointMark.LOWER;
        };
    }

    private static Variation variation(VariationIcon icon) {
        return switch (icon) {
            case COMMON_CAUSE -> Variation.USUAL;
            case IMPROVEMENT_HIGH -> Variation.BETTER_HIGHER;
            case IMPROVEMENT_LOW -> Variation.BETTER_LOWER;
            case CONCERN_HIGH -> Variation.WORSE_HIGHER;
            case CONCERN_LOW -> Variation.WORSE_LOWER;
            case NEUTRAL_HIGH -> Variation.HIGHER;
            case NEUTRAL_LOW -> Variation.LOWER;
        };
    }

    private static Moment moment(Period period) {
        return switch (period.kind()) {
            case MONTH -> Moment.month(YearMonth.from(period.start()));
            case FINANCIAL_YEAR -> Moment.financialYear(period.start().getYear());
            case QUARTER, DAYS -> new Moment(period.label(), period.label());
        };
    }
}
