package org.silkthread.methods.funnel;

/** What a funnel compares, and the scale on which units are taken to vary evenly around the centre. */
public enum FunnelType {
    /** A part of a whole, x of n; Y = asin √(x/n). */
    PROPORTION,
    /** One count over another; Y = ln((x + ½)/(n + ½)). */
    RATIO_OF_COUNTS,
    /**
     * Observed over expected on the log scale, as for the Summary Hospital-level Mortality Indicator; Y = ln(O/E), with E
     * rounded to two decimals as it is published.
     */
    STANDARDISED_LOG,
    /** Observed over expected on the square-root scale, as the Care Quality Commission did; Y = √(O/E). */
    STANDARDISED_ROOT
}
