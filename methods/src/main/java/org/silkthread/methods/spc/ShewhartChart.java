package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A Shewhart chart of any {@link ShewhartKind}: centre line, limits at each point's size, points beyond a limit, and the
 * runs and crossings of {@link RunsTest}.
 *
 * <p>Where the reference gives no number, this chart is defined as follows.
 *
 * <ul>
 *   <li>A constant series has limits on its centre line; every point is on them and so common cause.
 *   <li>One point has a centre line; it has limits only where they need no moving range (P, U, C, G).
 *   <li>A missing count, or a denominator of 0, is a gap: it takes no part in the lines, no moving range crosses it, and
 *       runs pass over it.
 *   <li>No time between two events of one day counts as half a day.
 * </ul>
 */
public final class ShewhartChart {

    /** Times and counts between events above this would overflow when they are raised back. */
    private static final double LARGEST_BETWEEN = 1e15;

    private final ShewhartOptions options;
    private final List<ShewhartPoint> points;
    private final List<ShewhartPhase> phases;

    private ShewhartChart(ShewhartOptions options, List<ShewhartPoint> points, List<ShewhartPhase> phases) {
        this.options = options;
        this.points = Collections.unmodifiableList(points);
        this.phases = Collections.unmodifiableList(phases);
    }

    /**
     * Draws up the chart.
     *
     * @param periods in any order, no date twice, except that between events those of one day keep their order
     * @param options which chart, direction, target, phases, baseline and screening
     * @return the chart, empty when there are no periods
     * @throws IllegalArgumentException when a date occurs twice, or a value cannot be what the chart is of: a negative
     *     count, or more cases than the denominator of a proportion
     */
    public static ShewhartChart of(List<Subgroup> periods, ShewhartOptions options) {
        List<Subgroup> ordered = new ArrayList<>(periods);
        ordered.sort(Comparator.comparing(Subgroup::date));
        requireChartable(ordered, options.kind());
        List<ShewhartPoint> points = new ArrayList<>(ordered.size());
        List<ShewhartPhase> phases = new ArrayList<>();
        for (List<Subgroup> stretch : Phases.cut(ordered, Subgroup::date, options.rebaseDates())) {
            List<ShewhartPoint> added = ShewhartPhasing.points(stretch, options);
            points.addAll(added);
            phases.add(added.getFirst().phase());
        }
        return new ShewhartChart(options, points, phases);
    }

    /**
     * The options it was drawn up with.
     *
     * @return kind, direction, target, phases, baseline and screening
     */
    public ShewhartOptions options() {
        return options;
    }

    /**
     * Every period in date order.
     *
     * @return measured and missing points
     */
    public List<ShewhartPoint> points() {
        return points;
    }

    /**
     * The periods that have a value, in date order.
     *
     * @return measured points
     */
    public List<ShewhartPoint.Measured> measured() {
        List<ShewhartPoint.Measured> measured = new ArrayList<>(points.size());
        for (ShewhartPoint point : points) {
            if (point instanceof ShewhartPoint.Measured m) {
                measured.add(m);
            }
        }
        return Collections.unmodifiableList(measured);
    }

    /**
     * The stretches with their own lines, in date order.
     *
     * @return at least one unless the chart is empty
     */
    public List<ShewhartPhase> phases() {
        return phases;
    }

    /**
     * Whether anything but chance shows anywhere: a point beyond a limit, a run too long, or crossings too few.
     *
     * @return false when all is common cause
     */
    public boolean isSignal() {
        boolean runs = options.kind() != ShewhartKind.MOVING_RANGE
                && phases.stream().anyMatch(phase -> phase.runs().isSignal());
        return runs || measured().stream().anyMatch(ShewhartPoint.Measured::outside);
    }

    /**
     * The variation icon: what the latest measured point shows.
     *
     * @return nothing when no point was measured
     */
    public Optional<VariationIcon> variation() {
        return latest().map(point -> VariationIcon.of(point.signal().direction(), point.type()));
    }

    /**
     * The assurance icon: whether the limits at the latest measured point lie on the good side of the target.
     *
     * @return nothing without a target, without limits, or when neither direction is better
     */
    public Optional<AssuranceIcon> assurance() {
        Improvement plotted = options.plotted();
        if (options.target().isEmpty() || plotted == Improvement.NEUTRAL) {
            return Optional.empty();
        }
        double target = options.target().getAsDouble();
        return latest().flatMap(ShewhartPoint.Measured::limits)
                .map(limits ->
                        AssuranceIcon.of(target, limits.lower(), limits.upper(), plotted == Improvement.INCREASE));
    }

    /**
     * What changed and when, in plain words, with dates and numbers written the default way.
     *
     * @return one or more whole sentences
     */
    public String sentence() {
        return sentence(XmrWording.plain(points.stream().map(ShewhartPoint::date)));
    }

    /**
     * What changed and when, in plain words.
     *
     * @param wording how dates and values are written
     * @return one or more whole sentences
     */
    public String sentence(XmrWording wording) {
        return ShewhartSentence.of(this, wording);
    }

    Optional<ShewhartPoint.Measured> latest() {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i) instanceof ShewhartPoint.Measured m) {
                return Optional.of(m);
            }
        }
        return Optional.empty();
    }

    private static void requireChartable(List<Subgroup> ordered, ShewhartKind kind) {
        for (int i = 0; i < ordered.size(); i++) {
            LocalDate date = ordered.get(i).date();
            if (!kind.isBetweenEvents()
                    && i > 0
                    && date.equals(ordered.get(i - 1).date())) {
                throw new IllegalArgumentException("Two periods are dated " + date);
            }
            Subgroup period = ordered.get(i);
            period.count().ifPresent(count -> requireChartable(count, period, kind));
        }
    }

    private static void requireChartable(double count, Subgroup period, ShewhartKind kind) {
        boolean counted = kind.needsDenominator() || kind == ShewhartKind.COUNT || kind.isBetweenEvents();
        if (counted && count < 0) {
            throw new IllegalArgumentException(
                    "A count is not negative, but on " + period.date() + " there is " + count);
        }
        if (kind.isProportion() && count > period.size()) {
            throw new IllegalArgumentException("On " + period.date() + " the numerator, " + count
                    + ", is above the denominator, " + period.size());
        }
        if (kind.isBetweenEvents() && count > LARGEST_BETWEEN) {
            throw new IllegalArgumentException(
                    "On " + period.date() + " the distance between events, " + count + ", is above " + LARGEST_BETWEEN);
        }
    }
}
