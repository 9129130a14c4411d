package org.silkthread.cli.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.silkthread.methods.spc.AssuranceIcon;
import org.silkthread.methods.spc.ControlLimits;
import org.silkthread.methods.spc.RunsTest;
import org.silkthread.methods.spc.ShewhartChart;
import org.silkthread.methods.spc.ShewhartPoint;
import org.silkthread.methods.spc.VariationIcon;
import org.silkthread.methods.spc.XmrChart;
import org.silkthread.methods.spc.XmrLimits;
import org.silkthread.methods.spc.XmrPhase;
import org.silkthread.methods.spc.XmrPoint;
import org.silkthread.methods.spc.XmrWording;

/**
 * A chart of one facet in the terms of its table.
 *
 * @param points one line for each period, in order
 * @param variation icon
 * @param assurance icon
 * @param measured how many periods have a value
 * @param signal whether anything but chance shows
 * @param runs runs and crossings of the latest phase; none on an XmR chart, which has rules of its own
 * @param sentence what changed and when
 */
record SpcSeries(
        List<Point> points,
        Optional<VariationIcon> variation,
        Optional<AssuranceIcon> assurance,
        int measured,
        boolean signal,
        Optional<RunsTest> runs,
        String sentence) {

    /**
     * One period.
     *
     * @param value nothing when it was not measured
     * @param centre nothing when nothing was
     * @param limits lower, upper, near lower, near upper; empty without limits
     * @param marks outside, special cause, point type; empty when it was not measured
     */
    record Point(OptionalDouble value, OptionalDouble centre, List<Double> limits, List<String> marks) {}

    static SpcSeries of(XmrChart chart, XmrWording wording) {
        return new SpcSeries(
                chart.points().stream().map(SpcSeries::point).toList(),
                chart.variation(),
                chart.assurance(),
                chart.measured().size(),
                !chart.signals().isEmpty(),
                Optional.empty(),
                chart.sentence(wording));
    }

    static SpcSeries of(ShewhartChart chart, XmrWording wording) {
        return new SpcSeries(
                chart.points().stream().map(SpcSeries::point).toList(),
                chart.variation(),
                chart.assurance(),
                chart.measured().size(),
                chart.isSignal(),
                chart.phases().isEmpty()
                        ? Optional.empty()
                        : Optional.of(chart.phases().getLast().runs()),
                chart.sentence(wording));
    }

    /** TRUE and FALSE, as the reference's tables have them. */
    static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static Point point(XmrPoint point) {
        XmrPhase phase = point.phase();
        List<Double> limits = phase.limits().map(SpcSeries::limits).orElse(List.of());
        return switch (point) {
            case XmrPoint.Missing missing -> new Point(OptionalDouble.empty(), phase.centre(), limits, List.of());
            case XmrPoint.Measured m ->
                new Point(
                        OptionalDouble.of(m.value()),
                        phase.centre(),
                        limits,
                        List.of(
                                truth(m.outside()),
                                m.specialCause().label(),
                                m.type().label()));
        };
    }

    private static Point point(ShewhartPoint point) {
        OptionalDouble centre = point.phase().centre();
        List<Double> limits = point.limits().map(SpcSeries::limits).orElse(List.of());
        return switch (point) {
            case ShewhartPoint.Missing missing -> new Point(OptionalDouble.empty(), centre, limits, List.of());
            case ShewhartPoint.Measured m ->
                new Point(
                        OptionalDouble.of(m.value()),
                        centre,
                        limits,
                        List.of(truth(m.outside()), m.signal().label(), m.type().label()));
        };
    }

    private static List<Double> limits(XmrLimits limits) {
        return List.of(limits.lower(), limits.upper(), limits.nearLower(), limits.nearUpper());
    }

    private static List<Double> limits(ControlLimits limits) {
        return List.of(limits.lower(), limits.upper(), limits.nearLower(), limits.nearUpper());
    }
}
