package org.silkthread.methods.spc;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.silkthread.methods.numerics.Mean;

/** The periods of one phase as arrays: what is plotted, where it is missing, and which of it sets the lines. */
final class ShewhartStretch {

    /** The upper limit of a moving range chart, in average moving ranges of two values. */
    static final double RANGE_LIMIT = 3.267;

    /** The average moving range of two normal values, in standard deviations. */
    static final double RANGE_OF_TWO = 1.128;

    final double[] values;
    final double[] counts;
    final double[] sizes;
    final boolean[] measured;

    /** Periods before this one set the lines. */
    final int baseline;

    private ShewhartStretch(double[] values, double[] counts, double[] sizes, boolean[] measured, int baseline) {
        this.values = values;
        this.counts = counts;
        this.sizes = sizes;
        this.measured = measured;
        this.baseline = baseline;
    }

    static ShewhartStretch of(List<Subgroup> periods, int baselinePoints) {
        int n = periods.size();
        double[] values = new double[n];
        double[] counts = new double[n];
        double[] sizes = new double[n];
        boolean[] measured = new boolean[n];
        int seen = 0;
        int baseline = n;
        for (int i = 0; i < n; i++) {
            Subgroup period = periods.get(i);
            sizes[i] = period.size();
            measured[i] = period.value().isPresent();
            values[i] = period.value().orElse(0);
            counts[i] = period.count().orElse(0);
            seen += measured[i] ? 1 : 0;
            if (seen == baselinePoints && baseline == n) {
                baseline = i + 1;
            }
        }
        return new ShewhartStretch(values, counts, sizes, measured, baseline);
    }

    /** The same periods with each value replaced by its distance from the one before; none crosses a gap. */
    ShewhartStretch movingRanges() {
        double[] ranges = new double[values.length];
        boolean[] known = new boolean[values.length];
        for (int i = 1; i < values.length; i++) {
            known[i] = measured[i] && measured[i - 1];
            ranges[i] = known[i] ? Math.abs(values[i] - values[i - 1]) : 0;
        }
        return new ShewhartStretch(ranges, counts, sizes, known, baseline);
    }

    /** The same periods with a baseline that holds a value if there is any: the first ones may not be neighbours. */
    ShewhartStretch baselineToFirstValue() {
        int first = 0;
        while (first < measured.length && !measured[first]) {
            first++;
        }
        int longer = Math.min(measured.length, Math.max(baseline, first + 1));
        return new ShewhartStretch(values, counts, sizes, measured, longer);
    }

    /** The same periods with every measured value changed. */
    ShewhartStretch map(ValueAtPeriod change) {
        double[] changed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = measured[i] ? change.of(values[i], i) : 0;
        }
        return new ShewhartStretch(changed, counts, sizes, measured, baseline);
    }

    /** A value and the index of its period. */
    @FunctionalInterface
    interface ValueAtPeriod {
        double of(double value, int period);
    }

    /** The measured values of the baseline, in order. */
    double[] baselineValues() {
        double[] found = new double[baseline];
        int count = 0;
        for (int i = 0; i < baseline; i++) {
            if (measured[i]) {
                found[count++] = values[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    int measuredCount() {
        int count = 0;
        for (boolean m : measured) {
            count += m ? 1 : 0;
        }
        return count;
    }

    /** Σ count / Σ size over the measured periods of the baseline. */
    double commonShare() {
        double count = 0;
        double total = 0;
        for (int i = 0; i < baseline; i++) {
            if (measured[i]) {
                count += counts[i];
                total += sizes[i];
            }
        }
        return count / total;
    }

    /** The standard deviation that the moving ranges of the baseline suggest; nothing when there is no range. */
    OptionalDouble sigmaOfRanges(boolean screened) {
        double[] ranges = movingRanges().baselineValues();
        if (ranges.length == 0) {
            return OptionalDouble.empty();
        }
        double average = Mean.of(ranges, ranges.length);
        if (screened) {
            double bound = RANGE_LIMIT * average;
            double[] kept = Arrays.stream(ranges).filter(r -> r < bound).toArray();
            // In a constant series every range is 0 and none is below 0; 0 is still the average.
            average = kept.length == 0 ? average : Mean.of(kept, kept.length);
        }
        return OptionalDouble.of(average / RANGE_OF_TWO);
    }
}
