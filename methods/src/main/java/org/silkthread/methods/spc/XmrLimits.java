package org.silkthread.methods.spc;

/**
 * The natural process limits of a phase. They are neither floored at 0 nor capped at 100 %, as in the reference: a limit
 * that no value can reach says that nothing on that side would be a surprise.
 *
 * @param lower mean - 2.66 average moving ranges
 * @param nearLower mean - 2.66 × 2/3 average moving ranges, about two standard deviations
 * @param nearUpper mean + 2.66 × 2/3 average moving ranges
 * @param upper mean + 2.66 average moving ranges, about three standard deviations
 */
public record XmrLimits(double lower, double nearLower, double nearUpper, double upper) {

    /** 3 / 1.128: three standard deviations, in average moving ranges of two values. */
    private static final double RANGES_TO_LIMIT = 2.66;

    private static final double RANGES_TO_NEAR_LIMIT = 2 * (RANGES_TO_LIMIT / 3);

    static XmrLimits around(double mean, double averageMovingRange) {
        double limit = RANGES_TO_LIMIT * averageMovingRange;
        double near = RANGES_TO_NEAR_LIMIT * averageMovingRange;
        return new XmrLimits(mean - limit, mean - near, mean + near, mean + limit);
    }

    boolean isOutside(double value) {
        return value > upper || value < lower;
    }

    boolean isClose(double value) {
        return !isOutside(value) && (value < nearLower || value > nearUpper);
    }
}
