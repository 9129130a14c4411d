package org.silkthread.methods.numerics;

import java.util.Arrays;

/** Quantiles of a sample by linear interpolation of the order statistics. */
public final class SampleQuantile {

    private SampleQuantile() {}

    /**
     * The quantile at position (n - 1) p of the ordered values, counted from 0, interpolated between neighbours.
     *
     * <p>This is definition 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages", and the default of
     * R.
     *
     * @param values finite values, at least one, in any order; not changed
     * @param p the proportion below, 0 to 1
     * @return the quantile, between the smallest and the largest value
     * @throws IllegalArgumentException when there is no value or p is out of range
     */
    public static double of(double[] values, double p) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No quantile of no values");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile is asked for between 0 and 1, not at " + p);
        }
        double[] ordered = values.clone();
        Arrays.sort(ordered);
        double position = (ordered.length - 1) * p;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, ordered.length - 1);
        return ordered[below] + (position - below) * (ordered[above] - ordered[below]);
    }
}
