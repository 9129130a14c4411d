package org.silkthread.methods.proms;

/**
 * How a provider stands against England, in the publication's words. <em>Positive</em> is better for the patient, also where
 * a low score is good.
 */
public enum OutlierLabel {
    NOT_AN_OUTLIER("Not an outlier"),
    POSITIVE_95("Positive outlier (95%)"),
    POSITIVE_99_8("Positive outlier (99.8%)"),
    NEGATIVE_95("Negative outlier (95%)"),
    NEGATIVE_99_8("Negative outlier (99.8%)"),
    /** Fewer than 30 modelled records, or a number that is withheld. */
    INSUFFICIENT_RECORDS("Insufficient records"),
    /** No modelled record at all. */
    NO_PROCEDURES("No procedures");

    /** The published limits: two standard errors as 1.96 and three as 3.0902. */
    private static final double INNER = 1.96;

    private static final double OUTER = 3.0902;

    private final String label;

    OutlierLabel(String label) {
        this.label = label;
    }

    static OutlierLabel of(double z, PromsMeasure measure) {
        double towardsGood = measure.highIsGood() ? z : -z;
        if (Math.abs(z) > OUTER) {
            return towardsGood > 0 ? POSITIVE_99_8 : NEGATIVE_99_8;
        }
        if (Math.abs(z) > INNER) {
            return towardsGood > 0 ? POSITIVE_95 : NEGATIVE_95;
        }
        return NOT_AN_OUTLIER;
    }

    /**
     * The publication's words.
     *
     * @return for example {@code Positive outlier (95%)}
     */
    public String label() {
        return label;
    }
}
