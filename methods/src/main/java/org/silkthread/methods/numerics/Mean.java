package org.silkthread.methods.numerics;

import org.apache.commons.numbers.core.Sum;

/** The arithmetic mean in extended precision. */
public final class Mean {

    private Mean() {}

    /**
     * The mean of the first {@code count} values.
     *
     * <p>The sum is compensated and the result corrected once by the mean of the differences from it, so that the mean
     * of equal values is exactly that value: charts ask whether a point lies on the mean.
     *
     * @param values finite values
     * @param count how many of them to take, at least 1
     * @return their mean, in the units of the values
     * @throws IllegalArgumentException when there is nothing to average
     */
    public static double of(double[] values, int count) {
        if (count < 1 || count > values.length) {
            throw new IllegalArgumentException("No mean of " + count + " of " + values.length + " values");
        }
        Sum sum = Sum.create();
        for (int i = 0; i < count; i++) {
            sum.add(values[i]);
        }
        double first = sum.getAsDouble() / count;
        Sum differences = Sum.create();
        for (int i = 0; i < count; i++) {
            differences.add(values[i]).add(-first);
        }
        return first + differences.getAsDouble() / count;
    }
}
