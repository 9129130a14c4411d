package org.silkthread.methods.numerics;

import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Quantiles of the gamma distribution where it is nearly normal, for funnels of thousands of units: the expansion of
 * Cornish and Fisher, which is right to about six figures there, and from it one or two steps of Halley's method, each of
 * which multiplies the figures by three.
 *
 * <p>Source of the expansion: Goldberg H, Levine H, Annals of Mathematical Statistics 17 (1946) 216-225; Abramowitz M,
 * Stegun I, "Handbook of mathematical functions", 26.4.
 */
final class NearNormalGamma {

    private static final double SMALLEST_SHAPE = 5;
    private static final double LARGEST_SHAPE = 1e8;
    private static final double LARGEST_Z = 6;
    private static final int MOST_STEPS = 4;

    /** After a step of so many standard deviations the next would be below the last digit. */
    private static final double LAST_STEP = 1e-6;

    private NearNormalGamma() {}

    /**
     * The value with the given tail beyond it.
     *
     * @param shape of the distribution
     * @param z how many standard deviations of a normal variable lie beyond, from below
     * @param tail the probability beyond: above the value when {@code z} is positive, below it otherwise
     * @return nothing where the distribution is not nearly normal, or when the steps do not settle
     */
    static OptionalDouble quantile(double shape, double z, double tail) {
        if (!(shape >= SMALLEST_SHAPE && shape <= LARGEST_SHAPE && Math.abs(z) <= LARGEST_Z)) {
            return OptionalDouble.empty();
        }
        double x = expansion(2 * shape, z) / 2;
        double lastStep = LAST_STEP * Math.sqrt(shape);
        for (int i = 0; i < MOST_STEPS && x > 0; i++) {
            double beyond = z > 0 ? RegularizedGamma.Q.value(shape, x) : RegularizedGamma.P.value(shape, x);
            double density = RegularizedGamma.P.derivative(shape, x);
            double newton = (z > 0 ? tail - beyond : beyond - tail) / density;
            // The logarithmic slope of the density turns Newton's step into Halley's.
            double step = newton / (1 - newton * ((shape - 1) / x - 1) / 2);
            x -= step;
            if (Math.abs(step) <= lastStep) {
                return OptionalDouble.of(x);
            }
        }
        return OptionalDouble.empty();
    }

    private static double expansion(double degrees, double z) {
        double z2 = z * z;
        double root = Math.sqrt(2 * degrees);
        return degrees
                + root * z
                + 2.0 / 3 * (z2 - 1)
                + z * (z2 - 7) / (9 * root)
                - (6 * z2 * z2 + 14 * z2 - 32) / (405 * degrees)
                + z * (9 * z2 * z2 + 256 * z2 - 433) / (4860 * degrees * root);
    }
}
