package org.silkthread.methods.spc;

/**
 * The limits at one point of a Shewhart chart.
 *
 * @param lower three standard deviations below the centre, kept to what the measure can be
 * @param nearLower two standard deviations below
 * @param nearUpper two standard deviations above
 * @param upper three standard deviations above
 */
public record ControlLimits(double lower, double nearLower, double nearUpper, double upper) {

    static ControlLimits around(double centre, double sigma) {
        return new ControlLimits(centre - 3 * sigma, centre - 2 * sigma, centre + 2 * sigma, centre + 3 * sigma);
    }

    ControlLimits within(double least, double most) {
        return new ControlLimits(
                Math.clamp(lower, least, most),
                Math.clamp(nearLower, least, most),
                Math.clamp(nearUpper, least, most),
                Math.clamp(upper, least, most));
    }

    ControlLimits notBelowZero() {
        return within(0, Double.MAX_VALUE);
    }

    boolean isOutside(double value) {
        return value > upper || value < lower;
    }
}
