package org.silkthread.methods.interval;

/** The formula behind an interval, published beside it so that a reader can repeat the calculation. */
public enum IntervalMethod {
    /** Wilson's score interval of a proportion. */
    WILSON("Wilson"),
    /** Byar's approximation for a count of 10 or more. */
    BYAR("Byars"),
    /** Exact Poisson limits for a count below 10. */
    EXACT_POISSON("Exact");

    private final String label;

    IntervalMethod(String label) {
        this.label = label;
    }

    /**
     * The name used in published tables.
     *
     * @return "Wilson", "Byars" or "Exact"
     */
    public String label() {
        return label;
    }
}
