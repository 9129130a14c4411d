package org.silkthread.methods.interval;

/** The formula behind an interval, published beside it so that a reader can repeat the calculation. */
public enum IntervalMethod {
    /** Wilson's score interval of a proportion. */
    WILSON("Wilson"),
    /** Byar's approximation for a count of 10 or more. */
    BYAR("Byars"),
    /** Exact Poisson limits for a count below 10. */
    EXACT_POISSON("Exact"),
    /** Student's t interval of a mean. */
    STUDENT_T("Student's t-distribution"),
    /** Dobson's interval of a weighted sum of counts. */
    DOBSON("Dobson"),
    /** Dobson's interval with a variance that allows for people who have several events. */
    DOBSON_NON_INDEPENDENT("Dobson, with confidence adjusted for non-independent events");

    private final String label;

    IntervalMethod(String label) {
        this.label = label;
    }

    /**
     * The name used in published tables.
     *
     * @return "Wilson", "Byars", "Exact" and so on
     */
    public String label() {
        return label;
    }
}
