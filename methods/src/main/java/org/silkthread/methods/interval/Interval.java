package org.silkthread.methods.interval;

/**
 * A confidence interval, both limits included.
 *
 * @param lower the lower limit, in the units of the estimate
 * @param upper the upper limit, not below the lower
 * @param level how sure it is
 */
public record Interval(double lower, double upper, ConfidenceLevel level) {

    public Interval {
        if (!(lower <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException(
                    "An interval has two finite limits in order, not " + lower + " to " + upper);
        }
    }

    /**
     * Whether a value lies in the interval; a value on a limit does.
     *
     * @param value in the units of the limits
     * @return true when it does
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /**
     * The same interval in other units, as per 100 or per 100,000.
     *
     * @param factor positive and finite
     * @return both limits times the factor
     * @throws IllegalArgumentException when the factor would turn the interval round or blow it up
     */
    public Interval times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("An interval is multiplied by a positive factor, not " + factor);
        }
        return new Interval(lower * factor, upper * factor, level);
    }
}
