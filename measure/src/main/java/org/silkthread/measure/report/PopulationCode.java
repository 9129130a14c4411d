package org.silkthread.measure.report;

import java.util.Optional;

/** The parts of a group that populations play: FHIR code system {@code measure-population}. */
public enum PopulationCode implements FhirCode {
    INITIAL_POPULATION("initial-population", "Initial Population"),
    DENOMINATOR("denominator", "Denominator"),
    DENOMINATOR_EXCLUSION("denominator-exclusion", "Denominator Exclusion"),
    DENOMINATOR_EXCEPTION("denominator-exception", "Denominator Exception"),
    NUMERATOR("numerator", "Numerator"),
    NUMERATOR_EXCLUSION("numerator-exclusion", "Numerator Exclusion"),
    MEASURE_POPULATION("measure-population", "Measure Population"),
    MEASURE_POPULATION_EXCLUSION("measure-population-exclusion", "Measure Population Exclusion"),
    MEASURE_OBSERVATION("measure-observation", "Measure Observation");

    /** The code system of these codes. */
    public static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/measure-population";

    private final String code;
    private final String display;

    PopulationCode(String code, String display) {
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

    public static Optional<PopulationCode> of(String code) {
        return FhirCode.of(PopulationCode.class, code);
    }
}
