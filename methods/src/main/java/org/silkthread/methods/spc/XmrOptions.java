package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How an XmR chart is drawn up.
 *
 * @param improvement which way the measure should go
 * @param target the value to reach, if there is one, in the units of the measure
 * @param rebaseDates where new limits begin: at the first observation on or after each date; in order, none twice
 * @param baselinePoints how many measured values at the start of each phase set its mean and limits; all when absent
 * @param screenRanges whether moving ranges of 3.267 times their average or more are left out of the limits; the R
 *     package does so (Nelson 1982), the Making Data Count spreadsheets do not
 */
public record XmrOptions(
        Improvement improvement,
        OptionalDouble target,
        List<LocalDate> rebaseDates,
        OptionalInt baselinePoints,
        boolean screenRanges) {

    public XmrOptions {
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
     * A chart of the whole series, screened, with no target.
     *
     * @param improvement which way the measure should go
     * @return the options, to be refined by the methods below
     */
    public static XmrOptions of(Improvement improvement) {
        return new XmrOptions(improvement, OptionalDouble.empty(), List.of(), OptionalInt.empty(), true);
    }

    /**
     * With a target, from which the assurance icon follows.
     *
     * @param value in the units of the measure, finite
     * @return changed options
     */
    public XmrOptions withTarget(double value) {
        return new XmrOptions(improvement, OptionalDouble.of(value), rebaseDates, baselinePoints, screenRanges);
    }

    /**
     * With new limits from each date on.
     *
     * @param dates in any order
     * @return changed options
     */
    public XmrOptions rebasedAt(LocalDate... dates) {
        return new XmrOptions(improvement, target, Arrays.asList(dates), baselinePoints, screenRanges);
    }

    /**
     * With the limits of each phase fixed after its first points.
     *
     * @param points at least 2; twelve or more make limits that can be trusted
     * @return changed options
     */
    public XmrOptions withBaseline(int points) {
        return new XmrOptions(improvement, target, rebaseDates, OptionalInt.of(points), screenRanges);
    }

    /**
     * With every moving range kept, as in the Making Data Count spreadsheets.
     *
     * @return changed options
     */
    public XmrOptions unscreened() {
        return new XmrOptions(improvement, target, rebaseDates, baselinePoints, false);
    }
}
