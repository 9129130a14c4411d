package org.silkthread.methods.spc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.silkthread.methods.numerics.Mean;

/** The mean and limits that the first values of a phase set. */
final class XmrBaseline {

    /** The upper limit of a moving range chart, in average moving ranges of two values (Nelson 1982). */
    private static final double SCREEN = 3.267;

    private final double[] values;
    private final double[] ranges;
    private int valueCount;
    private int rangeCount;

    private XmrBaseline(int capacity) {
        values = new double[capacity];
        ranges = new double[capacity];
    }

    /** Collects the first {@code points} measured values of a phase, and the ranges between neighbours of them. */
    static XmrBaseline of(List<Observation> phase, int points) {
        XmrBaseline baseline = new XmrBaseline(Math.min(points, phase.size()));
        boolean afterValue = false;
        for (Observation observation : phase) {
            if (baseline.valueCount == points) {
                break;
            }
            if (observation.value().isPresent()) {
                baseline.add(observation.value().getAsDouble(), afterValue);
                afterValue = true;
            } else {
                // No range crosses a gap: the change over two periods is not the change over one.
                afterValue = false;
            }
        }
        return baseline;
    }

    private void add(double value, boolean afterValue) {
        if (afterValue) {
            ranges[rangeCount++] = Math.abs(value - values[valueCount - 1]);
        }
        values[valueCount++] = value;
    }

    OptionalDouble mean() {
        return valueCount == 0 ? OptionalDouble.empty() : OptionalDouble.of(Mean.of(values, valueCount));
    }

    Optional<XmrLimits> limits(boolean screenRanges) {
        if (rangeCount == 0) {
            return Optional.empty();
        }
        double average = Mean.of(ranges, rangeCount);
        double used = screenRanges ? screened(average) : average;
        return Optional.of(XmrLimits.around(Mean.of(values, valueCount), used));
    }

    /** One pass only: the ranges that are left are not screened again. */
    private double screened(double average) {
        double[] kept = new double[rangeCount];
        int count = 0;
        for (int i = 0; i < rangeCount; i++) {
            if (ranges[i] < SCREEN * average) {
                kept[count++] = ranges[i];
            }
        }
        // In a constant series every range is 0 and none is below 0, so nothing is left; 0 is still the average.
        return count == 0 ? average : Mean.of(kept, count);
    }
}
