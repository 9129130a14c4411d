package org.silkthread.methods.spc;

/**
 * The Shewhart charts beside XmR, each for one kind of measure. Centre line and limits are those of the R package
 * qicharts2, which follows Montgomery DC, "Introduction to statistical quality control", and Provost LP, Murray SK, "The
 * health care data guide".
 */
public enum ShewhartKind {
    /** Single measurements: mean ± 3 average moving ranges / 1.128. */
    INDIVIDUALS("i", false, false),
    /** The moving ranges themselves: their mean, and 3.267 times it. */
    MOVING_RANGE("mr", false, false),
    /** Median only; change is seen in runs and crossings. */
    RUN("run", false, false),
    /** Shares, binomial: p̄ ± 3 √(p̄(1 - p̄)/n), within 0 and 1. */
    PROPORTION("p", true, false),
    /** Shares of very large denominators: the P chart widened by the variation between periods (Laney 2002). */
    PROPORTION_LANEY("pprime", true, false),
    /** Counts over an exposure that varies, Poisson: ū ± 3 √(ū/n), not below 0. */
    RATE("u", true, false),
    /** Rates of very large exposure: the U chart widened by the variation between periods (Laney 2002). */
    RATE_LANEY("uprime", true, false),
    /** Counts over the same exposure, Poisson: c̄ ± 3 √c̄, not below 0. */
    COUNT("c", false, false),
    /** Cases between rare events, geometric: median, and ḡ ± 3 √(ḡ(ḡ + 1)). High is good when the event is harm. */
    CASES_BETWEEN("g", false, true),
    /** Time between rare events: individuals on the scale t^(1/3.6) (Nelson 1994). High is good when the event is harm. */
    TIME_BETWEEN("t", false, true);

    private final String label;
    private final boolean ofShares;
    private final boolean betweenEvents;

    ShewhartKind(String label, boolean ofShares, boolean betweenEvents) {
        this.label = label;
        this.ofShares = ofShares;
        this.betweenEvents = betweenEvents;
    }

    /**
     * The short name that the field uses.
     *
     * @return for instance "pprime"
     */
    public String label() {
        return label;
    }

    /**
     * Whether every period needs a denominator.
     *
     * @return true for proportions and rates
     */
    public boolean needsDenominator() {
        return ofShares;
    }

    /**
     * Whether each point is what passed between two events, so that dates may repeat and more is better when fewer
     * events are.
     *
     * @return true for G and T
     */
    public boolean isBetweenEvents() {
        return betweenEvents;
    }

    boolean isProportion() {
        return this == PROPORTION || this == PROPORTION_LANEY;
    }
}
