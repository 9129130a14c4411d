package org.silkthread.methods.proms;

import java.util.List;

/**
 * What England has of one procedure and measure: the yardstick of every provider.
 *
 * @param records modelled records, 1 or more
 * @param before mean score before
 * @param after mean score after
 * @param gain mean gain
 * @param deviation standard deviation of what the model leaves unexplained, 0 or more
 * @param recentring mean of actual less predicted scores after. The national coefficients come from an earlier year, so that
 *     they predict too low a score for patients of today; without taking this off every provider would look good
 */
public record EnglandGain(int records, double before, double after, double gain, double deviation, double recentring) {

    /** Checks that the numbers can be used. */
    public EnglandGain {
        if (records < 1 || !Double.isFinite(gain) || !(deviation >= 0) || !Double.isFinite(recentring)) {
            throw new IllegalArgumentException("England has records, a gain and a deviation of 0 or more: " + records
                    + ", " + gain + ", " + deviation);
        }
    }

    /**
     * England as the sum of all given records.
     *
     * @param records at least one
     * @return means over them, and the deviation of their residuals with n - 1 in the denominator (0 for one record)
     * @throws IllegalArgumentException when there is none
     */
    public static EnglandGain of(List<ModelledRecord> records) {
        Means means = Means.of(records);
        return new EnglandGain(
                means.count(),
                means.before(),
                means.after(),
                means.after() - means.before(),
                means.deviation(),
                means.residual());
    }

    /**
     * The same England with another re-centring term.
     *
     * @param term mean of actual less predicted scores
     * @return everything else unchanged
     */
    public EnglandGain withRecentring(double term) {
        return new EnglandGain(records, before, after, gain, deviation, term);
    }
}
