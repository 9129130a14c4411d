package org.silkthread.methods.spc;

/** What a point means for the measure, once the direction of improvement is known. */
public enum PointType {
    COMMON_CAUSE("common_cause"),
    IMPROVEMENT("special_cause_improvement"),
    CONCERN("special_cause_concern"),
    /** A change upwards of a measure that is better neither way. */
    NEUTRAL_HIGH("special_cause_neutral_high"),
    /** A change downwards of a measure that is better neither way. */
    NEUTRAL_LOW("special_cause_neutral_low");

    private final String label;

    PointType(String label) {
        this.label = label;
    }

    /**
     * The name in the files of the NHSRplotthedots package.
     *
     * @return for instance "special_cause_concern"
     */
    public String label() {
        return label;
    }

    static PointType of(SpecialCause cause, Improvement improvement) {
        return of(cause.direction(), improvement);
    }

    static PointType of(int direction, Improvement improvement) {
        if (direction == 0) {
            return COMMON_CAUSE;
        }
        return switch (improvement) {
            case NEUTRAL -> direction > 0 ? NEUTRAL_HIGH : NEUTRAL_LOW;
            case INCREASE, DECREASE -> direction == improvement.sign() ? IMPROVEMENT : CONCERN;
        };
    }
}
