package org.silkthread.measure.synthetic;

import java.util.Arrays;
import java.util.Optional;

/** The types of resource that a synthetic population holds, one file each. */
public enum ResourceKind {
    ORGANIZATION("Organization", "org"),
    PATIENT("Patient", "p"),
    ENCOUNTER("Encounter", "e"),
    CONDITION("Condition", "c"),
    OBSERVATION("Observation", "o"),
    MEDICATION_REQUEST("MedicationRequest", "r"),
    MEDICATION_DISPENSE("MedicationDispense", "d"),
    PROCEDURE("Procedure", "t"),
    IMMUNIZATION("Immunization", "i"),
    ALLERGY_INTOLERANCE("AllergyIntolerance", "a"),
    CARE_PLAN("CarePlan", "k");

    private final String typeName;
    private final String letter;

    ResourceKind(String typeName, String letter) {
        this.typeName = typeName;
        this.letter = letter;
    }

    /** The name of the FHIR type, such as {@code Observation}. */
    public String typeName() {
        return typeName;
    }

    /** The kind of a FHIR type, if there is one. */
    public static Optional<ResourceKind> named(String typeName) {
        return Arrays.stream(values())
                .filter(kind -> kind.typeName.equals(typeName))
                .findFirst();
    }

    /** What stands before the number in a resource's id. */
    String letter() {
        return letter;
    }
}
