package org.silkthread.methods.inequality;

/** The scale on which a value has a normal error. */
public enum Scale {
    /** The value itself, as for life expectancy. */
    LINEAR,
    /** The logarithm, as for rates. */
    LOG,
    /** The logarithm of the odds, as for proportions. */
    LOGIT;

    /**
     * A value on this scale.
     *
     * @param value above 0 for {@link #LOG}, strictly between 0 and 1 for {@link #LOGIT}
     * @throws IllegalArgumentException when the scale has no such value
     */
    public double of(double value) {
        double scaled = switch (this) {
            case LINEAR -> value;
            case LOG -> Math.log(value);
            case LOGIT -> Math.log(value / (1 - value));
        };
        if (!Double.isFinite(scaled)) {
            throw new IllegalArgumentException("The scale " + this + " has no place for " + value);
        }
        return scaled;
    }

    /** The value that stands at a place of this scale. */
    public double back(double scaled) {
        return switch (this) {
            case LINEAR -> scaled;
            case LOG -> Math.exp(scaled);
            case LOGIT -> 1 / (1 + Math.exp(-scaled));
        };
    }
}
