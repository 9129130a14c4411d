package org.silkthread.methods.spc;

/** The Making Data Count assurance icon: whether the process, left as it is, will meet its target. */
public enum AssuranceIcon {
    /** The whole range between the latest limits meets the target. */
    CONSISTENT_PASS("consistent_pass"),
    /** The whole range between the latest limits misses the target. */
    CONSISTENT_FAIL("consistent_fail"),
    /** The target lies within the limits or on one: it is hit in some periods and missed in others by chance. */
    INCONSISTENT("inconsistent");

    private final String label;

    AssuranceIcon(String label) {
        this.label = label;
    }

    /**
     * The name in the files of the NHSRplotthedots package.
     *
     * @return for instance "consistent_fail"
     */
    public String label() {
        return label;
    }

    static AssuranceIcon of(double target, XmrLimits limits, boolean increaseIsBetter) {
        return of(target, limits.lower(), limits.upper(), increaseIsBetter);
    }

    static AssuranceIcon of(double target, double lower, double upper, boolean increaseIsBetter) {
        if (target > upper) {
            return increaseIsBetter ? CONSISTENT_FAIL : CONSISTENT_PASS;
        }
        if (target < lower) {
            return increaseIsBetter ? CONSISTENT_PASS : CONSISTENT_FAIL;
        }
        return INCONSISTENT;
    }
}
