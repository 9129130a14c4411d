package org.silkthread.measure.report;

import java.util.Optional;

/** Whether a higher or a lower score is better: FHIR code system {@code measure-improvement-notation}. */
public enum ImprovementNotation implements FhirCode {
    INCREASE("increase", "Increased score indicates improvement"),
    DECREASE("decrease", "Decreased score indicates improvement");

    private final String code;
    private final String display;

    ImprovementNotation(String code, String display) {
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

    public static Optional<ImprovementNotation> of(String code) {
        return FhirCode.of(ImprovementNotation.class, code);
    }
}
