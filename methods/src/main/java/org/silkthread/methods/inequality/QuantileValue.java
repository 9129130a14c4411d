package org.silkthread.methods.inequality;

import org.silkthread.methods.interval.ConfidenceLevel;

/**
 * The value of an indicator in one quantile of deprivation.
 *
 * @param population of the quantile, above 0 and finite
 * @param value of the indicator, finite
 * @param standardError on the scale on which its error is normal, not negative
 */
public record QuantileValue(double population, double value, double standardError) {

    /** Checks the ranges. */
    public QuantileValue {
        if (!(population > 0 && population < Double.POSITIVE_INFINITY)
                || !Double.isFinite(value)
                || !(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A quantile has people, a finite value and a standard error, not "
                    + population + ", " + value + ", " + standardError);
        }
    }

    /**
     * A value with its 95 % limits in place of a standard error.
     *
     * @param population above 0
     * @param value between the limits
     * @param lower95 the lower 95 % limit
     * @param upper95 the upper 95 % limit
     * @param scale on which the error is normal
     */
    public static QuantileValue withLimits(
            double population, double value, double lower95, double upper95, Scale scale) {
        double width = scale.of(upper95) - scale.of(lower95);
        return new QuantileValue(population, value, width / ConfidenceLevel.P95.z() / 2);
    }
}
