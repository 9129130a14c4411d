package org.silkthread.measure.report;

import java.util.Optional;

/** Whether a higher or a lower score is better: FHIR code system {@code measure-improvement-notation}. */
public enum ImprovementNotation {
    INCREASE("increase", "Increased score indicates improvement"),
    DECREASE("decrease", "Decreased score indicates improvement");

    private final String code;
    private final String display;

    ImprovementNotation(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    public static Optional<ImprovementNotation> of(String code) {
        for (ImprovementNotation value : values()) {
            if (value.code.equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
