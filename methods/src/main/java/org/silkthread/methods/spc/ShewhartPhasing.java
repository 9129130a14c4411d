package org.silkthread.methods.spc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the periods of one phase into points: lines, limits, runs. */
final class ShewhartPhasing {

    private final List<Subgroup> periods;
    private final ShewhartOptions options;
    private final ShewhartLines lines;
    private final int[] sides;
    private final ShewhartPhase phase;

    private ShewhartPhasing(List<Subgroup> periods, ShewhartOptions options) {
        this.periods = periods;
        this.options = options;
        ShewhartStretch stretch =
                ShewhartStretch.of(periods, options.baselinePoints().orElse(Integer.MAX_VALUE));
        this.lines = ShewhartLines.of(stretch, options);
        this.sides = sides(lines);
        this.phase = new ShewhartPhase(
                periods.getFirst().date(),
                periods.getLast().date(),
                lines.stretch().measuredCount(),
                lines.centre(),
                RunsTest.of(sides));
    }

    static List<ShewhartPoint> points(List<Subgroup> periods, ShewhartOptions options) {
        return new ShewhartPhasing(periods, options).points();
    }

    private static int[] sides(ShewhartLines lines) {
        int[] sides = new int[lines.stretch().values.length];
        for (int i = 0; i < sides.length; i++) {
            if (lines.stretch().measured[i]) {
                sides[i] = (int)
                        Math.signum(lines.stretch().values[i] - lines.centre().orElseThrow());
            }
        }
        return sides;
    }

    private List<ShewhartPoint> points() {
        boolean[] longRun = longRuns();
        List<ShewhartPoint> points = new ArrayList<>(periods.size());
        for (int i = 0; i < periods.size(); i++) {
            Optional<ControlLimits> limits = lines.limits(i);
            points.add(
                    lines.stretch().measured[i]
                            ? measured(i, limits, longRun[i])
                            : new ShewhartPoint.Missing(periods.get(i).date(), phase, limits));
        }
        return points;
    }

    private ShewhartPoint measured(int i, Optional<ControlLimits> limits, boolean inLongRun) {
        double value = lines.stretch().values[i];
        boolean outside = limits.isPresent() && limits.get().isOutside(value);
        // A chart of cases between events has limits about the mean and a line at the median: ask the limit for the
        // side.
        int side = outside ? (value > limits.get().upper() ? 1 : -1) : sides[i];
        ShewhartSignal signal = outside
                ? ShewhartSignal.outside(side)
                : inLongRun ? ShewhartSignal.longRun(side) : ShewhartSignal.COMMON_CAUSE;
        PointType type = PointType.of(signal.direction(), options.plotted());
        return new ShewhartPoint.Measured(periods.get(i).date(), value, phase, limits, sides[i], outside, signal, type);
    }

    /** Marks the points of every run that is longer than chance allows; points on the line are passed over. */
    private boolean[] longRuns() {
        boolean[] marked = new boolean[sides.length];
        // Moving ranges share their values in pairs, so their runs say nothing.
        if (options.kind() == ShewhartKind.MOVING_RANGE || !phase.runs().isRunTooLong()) {
            return marked;
        }
        int[] run = new int[sides.length];
        int length = 0;
        for (int i = 0; i <= sides.length; i++) {
            boolean ends = i == sides.length || (sides[i] != 0 && length > 0 && sides[i] != sides[run[0]]);
            if (ends) {
                if (length > phase.runs().longestRunMax()) {
                    Arrays.stream(run, 0, length).forEach(j -> marked[j] = true);
                }
                length = 0;
            }
            if (i < sides.length && sides[i] != 0) {
                run[length++] = i;
            }
        }
        return marked;
    }
}
