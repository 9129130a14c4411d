package org.silkthread.server.indicators;

/** How a figure's value and interval are computed from its counts. Intervals are at 95 per cent. */
public enum Method {
    /** Numerator over denominator, 0 to 1, with Wilson's interval. */
    PROPORTION("Proportion with Wilson's interval"),
    /** Numerator over denominator, per the definition's multiplier; exact Poisson limits below 10 events, else Byar's. */
    RATE("Rate with Byar's interval, exact below 10 events"),
    /** Observed over expected, per the definition's multiplier; limits as for a rate. */
    STANDARDISED_RATIO("Ratio of observed to expected with Byar's interval, exact below 10 events"),
    /** The numerator itself; exact Poisson limits below 10 events, else Byar's. There is no denominator. */
    COUNT("Count with Byar's interval, exact below 10 events");

    /** Changes whenever a formula behind one of the methods does. */
    public static final String VERSION = "1";

    private final String words;

    Method(String words) {
        this.words = words;
    }

    /** The method in words, as published beside the figure. */
    public String words() {
        return words;
    }
}
