package org.silkthread.methods.numerics;

import java.util.function.DoubleUnaryOperator;

/** The root of an increasing function by Newton's method, halving the bracket whenever a step would leave it. */
final class RisingRoot {

    private static final int MOST_STEPS = 400;
    private static final double RELATIVE_STEP = 4e-16;

    private RisingRoot() {}

    /**
     * The root.
     *
     * @param start a first guess
     * @param function increasing and finite
     * @param slope its derivative
     * @return the root, to the last digits
     */
    static double from(double start, DoubleUnaryOperator function, DoubleUnaryOperator slope) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double u = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double f = function.applyAsDouble(u);
            if (f == 0) {
                return u;
            }
            if (f < 0) {
                low = u;
            } else {
                high = u;
            }
            double next = u - f / slope.applyAsDouble(u);
            if (!(next > low && next < high)) {
                next = inside(low, high);
            }
            if (Math.abs(next - u) <= RELATIVE_STEP * Math.max(1, Math.abs(u))) {
                return next;
            }
            u = next;
        }
        return u;
    }

    private static double inside(double low, double high) {
        if (low == Double.NEGATIVE_INFINITY) {
            return high - 4;
        }
        if (high == Double.POSITIVE_INFINITY) {
            return low + 1;
        }
        return low + (high - low) / 2;
    }
}
