package org.silkthread.methods.numerics;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Student's t distribution, any positive number of degrees of freedom.
 *
 * <p>The upper tail at t > 0 is half the regularised incomplete beta function I(ν / (ν + t²); ν/2, 1/2) (<a
 * href="https://dlmf.nist.gov/8.17">DLMF 8.17</a>; Abramowitz and Stegun 26.7.1).
 */
public final class StudentT {

    private StudentT() {}

    /**
     * The value that the variable exceeds with the given probability.
     *
     * @param tail the upper tail probability, strictly between 0 and 0.5
     * @param degrees degrees of freedom, above 0 and finite
     * @return the quantile, above 0
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static double upperQuantile(double tail, double degrees) {
        if (!(tail > 0 && tail < 0.5)) {
            throw new IllegalArgumentException("A tail probability lies strictly between 0 and 0.5, not " + tail);
        }
        if (!(degrees > 0 && degrees < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Degrees of freedom are finite and above zero, not " + degrees);
        }
        double target = Math.log(tail);
        double start = Math.log(Normal.upperQuantile(tail));
        double root = RisingRoot.from(start, u -> target - Math.log(upperTail(Math.exp(u), degrees)), u -> {
            double t = Math.exp(u);
            return t * density(t, degrees) / upperTail(t, degrees);
        });
        return Math.exp(root);
    }

    /**
     * The probability that the variable exceeds a positive value.
     *
     * @param t above 0
     * @param degrees degrees of freedom, above 0 and finite
     * @return from 0 to 0.5
     */
    public static double upperTail(double t, double degrees) {
        double square = t * t;
        // Each form keeps the digits of the smaller of the two shares.
        return square < degrees
                ? RegularizedBeta.complement(square / (degrees + square), 0.5, degrees / 2) / 2
                : RegularizedBeta.value(degrees / (degrees + square), degrees / 2, 0.5) / 2;
    }

    private static double density(double t, double degrees) {
        return Math.exp(-(degrees + 1) / 2 * Math.log1p(t * t / degrees) - LogBeta.value(degrees / 2, 0.5))
                / Math.sqrt(degrees);
    }
}
