package org.silkthread.measure.report;

import java.util.Optional;

/** How a group's score is made: FHIR code system {@code measure-scoring}. */
public enum Scoring implements FhirCode {
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

    @Override
    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    public static Optional<Scoring> of(String code) {
        return FhirCode.of(Scoring.class, code);
    }
}
