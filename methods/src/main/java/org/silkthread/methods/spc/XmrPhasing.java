package org.silkthread.methods.spc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Turns the observations of one phase into points: baseline, limits, rules. */
final class XmrPhasing {

    private final List<Observation> observations;
    private final XmrOptions options;
    private final XmrPhase phase;
    private final List<XmrPoint> points;

    private XmrPhasing(List<Observation> observations, XmrOptions options) {
        this.observations = observations;
        this.options = options;
        this.phase = phaseOf(observations, options);
        this.points = new ArrayList<>(observations.size());
    }

    static List<XmrPoint> points(List<Observation> observations, XmrOptions options) {
        XmrPhasing phasing = new XmrPhasing(observations, options);
        int start = 0;
        for (int i = 0; i <= observations.size(); i++) {
            boolean gap = i < observations.size() && observations.get(i).value().isEmpty();
            if (gap || i == observations.size()) {
                phasing.addMeasured(start, i);
                start = i + 1;
            }
            if (gap) {
                phasing.points.add(new XmrPoint.Missing(observations.get(i).date(), phasing.phase));
            }
        }
        return Collections.unmodifiableList(phasing.points);
    }

    private static XmrPhase phaseOf(List<Observation> observations, XmrOptions options) {
        XmrBaseline baseline =
                XmrBaseline.of(observations, options.baselinePoints().orElse(Integer.MAX_VALUE));
        int measured =
                (int) observations.stream().filter(o -> o.value().isPresent()).count();
        return new XmrPhase(
                observations.getFirst().date(),
                observations.getLast().date(),
                measured,
                baseline.mean(),
                baseline.limits(options.screenRanges()));
    }

    /** The points from one gap to the next; the rules see these alone. */
    private void addMeasured(int from, int to) {
        if (from >= to) {
            return;
        }
        double centre = phase.centre().orElseThrow();
        Optional<XmrLimits> limits = phase.limits();
        double[] values = new double[to - from];
        int[] sides = new int[to - from];
        boolean[] outside = new boolean[to - from];
        boolean[] close = new boolean[to - from];
        for (int i = 0; i < values.length; i++) {
            double value = observations.get(from + i).value().orElseThrow();
            values[i] = value;
            sides[i] = (int) Math.signum(value - centre);
            outside[i] = limits.isPresent() && limits.get().isOutside(value);
            close[i] = limits.isPresent() && limits.get().isClose(value);
        }
        SpecialCause[] causes = XmrRules.apply(values, sides, outside, close);
        for (int i = 0; i < values.length; i++) {
            points.add(new XmrPoint.Measured(
                    observations.get(from + i).date(),
                    values[i],
                    phase,
                    sides[i],
                    outside[i],
                    close[i],
                    causes[i],
                    PointType.of(causes[i], options.improvement())));
        }
    }
}
