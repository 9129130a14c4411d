package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a Shewhart chart is drawn up.
 *
 * @param kind which chart
 * @param improvement which way what is counted should go; for the charts between events that is the event, so that with
 *     {@link Improvement#DECREASE} a longer time between events is an improvement
 * @param target the value to reach, if there is one, in the units of the chart
 * @param rebaseDates where new limits begin: at the first period on or after each date; in order, none twice
 * @param baselinePoints how many measured values at the start of each phase set its lines; all when absent
 * @param screenRanges whether moving ranges of 3.267 times their average or more are left out of the limits
 *     (Nelson 1982); unlike XmR these charts keep them unless told otherwise
 */
public record ShewhartOptions(
        ShewhartKind kind,
        Improvement improvement,
        OptionalDouble target,
        List<LocalDate> rebaseDates,
        OptionalInt baselinePoints,
        boolean screenRanges) {

    public ShewhartOptions {
        if (target.isPresent() && !Double.isFinite(target.getAsDouble())) {
            throw new IllegalArgumentException("A target is a finite number, not " + target.getAsDouble());
        }
        if (baselinePoints.isPresent() && baselinePoints.getAsInt() < 2) {
            throw new IllegalArgumentException(
                    "A baseline takes at least two points, not " + baselinePoints.getAsInt());
        }
        rebaseDates = rebaseDates.stream().sorted().distinct().toList();
    }

    /**
     * A chart of the whole series, every moving range kept, with no target.
     *
     * @param kind which chart
     * @param improvement which way what is counted should go
     * @return the options, to be refined by the methods below
     */
    public static ShewhartOptions of(ShewhartKind kind, Improvement improvement) {
        return new ShewhartOptions(kind, improvement, OptionalDouble.empty(), List.of(), OptionalInt.empty(), false);
    }

    /**
     * With a target, from which the assurance icon follows.
     *
     * @param value in the units of the chart, finite
     * @return changed options
     */
    public ShewhartOptions withTarget(double value) {
        return new ShewhartOptions(
                kind, improvement, OptionalDouble.of(value), rebaseDates, baselinePoints, screenRanges);
    }

    /**
     * With new lines from each date on.
     *
     * @param dates in any order
     * @return changed options
     */
    public ShewhartOptions rebasedAt(LocalDate... dates) {
        return new ShewhartOptions(kind, improvement, target, Arrays.asList(dates), baselinePoints, screenRanges);
    }

    /**
     * With the lines of each phase fixed after its first points.
     *
     * @param points at least 2
     * @return changed options
     */
    public ShewhartOptions withBaseline(int points) {
        return new ShewhartOptions(kind, improvement, target, rebaseDates, OptionalInt.of(points), screenRanges);
    }

    /**
     * With moving ranges beyond their own limit left out of the limits.
     *
     * @return changed options
     */
    public ShewhartOptions screened() {
        return new ShewhartOptions(kind, improvement, target, rebaseDates, baselinePoints, true);
    }

    /** Which way the plotted value should go: time between events goes against the events. */
    Improvement plotted() {
        if (!kind.isBetweenEvents()) {
            return improvement;
        }
        return switch (improvement) {
            case INCREASE -> Improvement.DECREASE;
            case DECREASE -> Improvement.INCREASE;
            case NEUTRAL -> Improvement.NEUTRAL;
        };
    }
}
