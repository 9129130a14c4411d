package org.silkthread.measure.report;

import java.util.Optional;

/** How a group's score is made: FHIR code system {@code measure-scoring}. */
public enum Scoring {
    PROPORTION("proportion", "Proportion"),
    RATIO("ratio", "Ratio"),
    CONTINUOUS_VARIABLE("continuous-variable", "Continuous Variable"),
    COHORT("cohort", "Cohort"),
    COMPOSITE("composite", "Composite");

    private final String code;
    private final String display;

    Scoring(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    public static Optional<Scoring> of(String code) {
        for (Scoring value : values()) {
            if (value.code.equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
