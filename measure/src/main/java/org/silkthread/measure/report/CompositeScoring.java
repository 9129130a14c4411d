package org.silkthread.measure.report;

import java.util.Optional;

/** How the score of a composite comes from its components: FHIR code system {@code composite-measure-scoring}. */
public enum CompositeScoring {
    /** Numerators of all components over denominators of all components. */
    OPPORTUNITY("opportunity"),
    /** Patients who meet every component that they are eligible for, over patients eligible for one at least. */
    ALL_OR_NOTHING("all-or-nothing"),
    /** The mean over eligible patients of the share of components that each meets. */
    LINEAR("linear"),
    /** The mean of the components' scores, weighted. */
    WEIGHTED("weighted");

    private final String code;

    CompositeScoring(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<CompositeScoring> of(String code) {
        for (CompositeScoring value : values()) {
            if (value.code.equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
