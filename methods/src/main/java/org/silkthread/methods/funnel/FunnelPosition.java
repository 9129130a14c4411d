package org.silkthread.methods.funnel;

/** Where a unit lies in the funnel. Only beyond the outer limits is a difference called a difference. */
public enum FunnelPosition {
    /** Below the 99.8 % limit: lower than chance explains. */
    BELOW_99_8("Low (0.001)"),
    /** Below the 95 % limit only: a reason to look, not a finding. */
    BELOW_95("Low (0.025)"),
    /** Inside both funnels. */
    WITHIN("Not significant"),
    /** Above the 95 % limit only: a reason to look, not a finding. */
    ABOVE_95("High (0.025)"),
    /** Above the 99.8 % limit: higher than chance explains. */
    ABOVE_99_8("High (0.001)");

    private final String significance;

    FunnelPosition(String significance) {
        this.significance = significance;
    }

    /**
     * The label of the Fingertips tables, which names the tail probability.
     *
     * @return for instance "High (0.001)"
     */
    public String significance() {
        return significance;
    }

    /**
     * Whether the unit is beyond the 99.8 % limits.
     *
     * @return true for an outlier
     */
    public boolean isOutlier() {
        return this == BELOW_99_8 || this == ABOVE_99_8;
    }

    /**
     * Whether the unit is beyond the 95 % limits, and perhaps the outer ones.
     *
     * @return false only within
     */
    public boolean isBeyond95() {
        return this != WITHIN;
    }
}
