package org.silkthread.server.web.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.silkthread.server.web.component.Table;

/**
 * A control chart of single figures over time (XmR), or a run chart when it has no phases.
 *
 * @param titles what it shows
 * @param form how its figures are written
 * @param points in order of time, at least one
 * @param phases the stretches with limits of their own, in order, not overlapping; may be empty. The limits come from
 *     figures that are shown, else a hidden one could be worked back from them
 * @param target the standard, if there is one
 * @param variation what the latest points say
 * @param assurance whether the standard will be met
 * @param changes what was changed on the way, in the order of the numbers
 */
public record XmrChart(
        Titles titles,
        NumberForm form,
        List<Point> points,
        List<Phase> phases,
        Optional<Target> target,
        Variation variation,
        Assurance assurance,
        List<ChangeMark> changes)
        implements Chart {

    public XmrChart {
        points = List.copyOf(points);
        phases = List.copyOf(phases);
        changes = List.copyOf(changes);
        int last = points.size();
        if (changes.stream().anyMatch(change -> change.index() >= last)) {
            throw new IllegalArgumentException("A change is marked at a point of the chart");
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A chart over time has at least one point");
        }
        int next = 0;
        for (Phase phase : phases) {
            if (phase.first() < next || phase.last() >= points.size()) {
                throw new IllegalArgumentException("Phases lie in order and within the points");
            }
            next = phase.last() + 1;
        }
    }

    /** A chart on which nothing was changed. */
    public XmrChart(
            Titles titles,
            NumberForm form,
            List<Point> points,
            List<Phase> phases,
            Optional<Target> target,
            Variation variation,
            Assurance assurance) {
        this(titles, form, points, phases, target, variation, assurance, List.of());
    }

    /** The same chart with changes marked on it. */
    public XmrChart marked(List<ChangeMark> marks) {
        return new XmrChart(titles, form, points, phases, target, variation, assurance, marks);
    }

    /**
     * A point in time.
     *
     * @param moment when
     * @param reading the figure, or why there is none
     * @param counts the counts behind it, where it has any
     * @param mark what it says; {@code ORDINARY} when the figure is missing
     */
    public record Point(Moment moment, Reading reading, Optional<Counts> counts, PointMark mark) {
        public Point {
            counts.ifPresent(behind -> behind.mustNotGiveAway(reading));
            if (!reading.isKnown() && mark != PointMark.ORDINARY) {
                throw new IllegalArgumentException("What a hidden figure says is hidden too");
            }
        }
    }

    /**
     * A stretch of points with limits of its own.
     *
     * @param first the index of its first point, from 0
     * @param last the index of its last point
     * @param centre the average
     * @param lower the lower process limit
     * @param upper the upper process limit
     */
    public record Phase(int first, int last, double centre, double lower, double upper) {
        public Phase {
            if (first < 0 || last < first || !(lower <= centre && centre <= upper)) {
                throw new IllegalArgumentException("A phase has points, and its average between its limits");
            }
        }

        boolean holds(int index) {
            return first <= index && index <= last;
        }
    }

    @Override
    public String svg(Canvas canvas) {
        return new XmrDrawing(this, canvas).draw();
    }

    @Override
    public String sentence() {
        return XmrWords.sentence(this);
    }

    @Override
    public Table table() {
        return XmrWords.table(this);
    }

    @Override
    public List<Sign> signs() {
        return assurance == Assurance.NO_STANDARD
                ? List.of(variation.sign())
                : List.of(variation.sign(), assurance.sign());
    }

    Optional<Phase> phaseAt(int index) {
        return phases.stream().filter(phase -> phase.holds(index)).findFirst();
    }

    /** The changes that began in the period of a point. */
    List<ChangeMark> changesAt(int index) {
        return changes.stream().filter(change -> change.index() == index).toList();
    }

    /** Every number that the drawing has to have room for. */
    Stream<Double> numbers() {
        return Stream.concat(
                Stream.concat(
                        points.stream().flatMap(point -> point.reading().known().stream()),
                        phases.stream().flatMap(phase -> Stream.of(phase.centre(), phase.lower(), phase.upper()))),
                target.stream().map(Target::value));
    }

    /** The index of the last point whose figure is shown. */
    Optional<Integer> lastKnown() {
        return IntStream.range(0, points.size())
                .map(i -> points.size() - 1 - i)
                .filter(i -> points.get(i).reading().isKnown())
                .boxed()
                .findFirst();
    }
}
