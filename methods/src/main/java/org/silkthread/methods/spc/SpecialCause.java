package org.silkthread.methods.spc;

/**
 * The rule of Making Data Count that marks a point. Where several apply, the first in this order is given: outside a
 * limit, trend, two in three, shift.
 */
public enum SpecialCause {
    /** Above the upper process limit; a point on the limit is inside. */
    ABOVE_UPPER_LIMIT("Above UCL", 1),
    /** Below the lower process limit; a point on the limit is inside. */
    BELOW_LOWER_LIMIT("Below LCL", -1),
    /** One of seven or more points, each higher than the one before. */
    INCREASING_TREND("7 Point Trend (Increasing)", 1),
    /** One of seven or more points, each lower than the one before. */
    DECREASING_TREND("7 Point Trend (Decreasing)", -1),
    /** Beyond the near limit, as are two of three points in a row that all lie above the mean. */
    TWO_IN_THREE_ABOVE("2 in 3 Above CL", 1),
    /** Beyond the near limit, as are two of three points in a row that all lie below the mean. */
    TWO_IN_THREE_BELOW("2 in 3 Below CL", -1),
    /** One of seven or more points in a row above the mean. */
    SHIFT_ABOVE("7 Points Above CL", 1),
    /** One of seven or more points in a row below the mean. */
    SHIFT_BELOW("7 Points Below CL", -1),
    /** No rule applies: the point varies as the process always does. */
    COMMON_CAUSE("Common Cause", 0);

    private final String label;
    private final int direction;

    SpecialCause(String label, int direction) {
        this.label = label;
        this.direction = direction;
    }

    /**
     * The name of the rule in the files of the NHSRplotthedots package.
     *
     * @return for instance "7 Points Above CL"
     */
    public String label() {
        return label;
    }

    /**
     * Which way the measure moved.
     *
     * @return 1 up, -1 down, 0 for common cause
     */
    public int direction() {
        return direction;
    }

    /**
     * Whether any rule applies.
     *
     * @return false for common cause only
     */
    public boolean isSignal() {
        return this != COMMON_CAUSE;
    }
}
