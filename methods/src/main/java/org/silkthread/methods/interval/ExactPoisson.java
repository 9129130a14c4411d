package org.silkthread.methods.interval;

import org.silkthread.methods.numerics.ChiSquare;

/**
 * The exact interval of a Poisson count, by the link between the Poisson and chi-square distributions.
 *
 * <p>Source: Garwood F, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437-442: with α = 1 -
 * level, lower = χ²(α/2; 2x) / 2 and upper = χ²(1 - α/2; 2x + 2) / 2.
 */
public final class ExactPoisson {

    private ExactPoisson() {}

    /**
     * The interval of a count.
     *
     * @param count events, from 0 to 2^53; need not be whole
     * @param level below 100 %
     * @return limits that hold the count; the lower is 0 for no events
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static Interval interval(double count, ConfidenceLevel level) {
        Byar.requireCount(count);
        level.requireBelowCertainty();
        double lower = ChiSquare.lowerQuantile(level.tail(), 2 * count) / 2;
        double upper = ChiSquare.upperQuantile(level.tail(), 2 * count + 2) / 2;
        return new Interval(lower, upper, level);
    }
}
