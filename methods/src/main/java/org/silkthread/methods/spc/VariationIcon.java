package org.silkthread.methods.spc;

/** The Making Data Count variation icon: what the latest measured point shows. */
public enum VariationIcon {
    COMMON_CAUSE("common_cause"),
    IMPROVEMENT_HIGH("improvement_high"),
    IMPROVEMENT_LOW("improvement_low"),
    CONCERN_HIGH("concern_high"),
    CONCERN_LOW("concern_low"),
    NEUTRAL_HIGH("neutral_high"),
    NEUTRAL_LOW("neutral_low");

    private final String label;

    VariationIcon(String label) {
        this.label = label;
    }

    /**
     * The icon's name, as its file is called in the NHSRplotthedots package.
     *
     * @return for instance "concern_low"
     */
    public String label() {
        return label;
    }

    static VariationIcon of(SpecialCause cause, PointType type) {
        return of(cause.direction(), type);
    }

    static VariationIcon of(int direction, PointType type) {
        boolean high = direction > 0;
        return switch (type) {
            case COMMON_CAUSE -> COMMON_CAUSE;
            case IMPROVEMENT -> high ? IMPROVEMENT_HIGH : IMPROVEMENT_LOW;
            case CONCERN -> high ? CONCERN_HIGH : CONCERN_LOW;
            case NEUTRAL_HIGH -> NEUTRAL_HIGH;
            case NEUTRAL_LOW -> NEUTRAL_LOW;
        };
    }
}
