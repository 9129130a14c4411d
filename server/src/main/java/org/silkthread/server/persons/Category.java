package org.silkthread.server.persons;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a record, in the order in which pages list them. */
public enum Category {
    APPOINTMENTS("appointments", "Appointments", "appointment", "appointments"),
    CONDITIONS("conditions", "Conditions", "condition", "conditions"),
    ALLERGIES("allergies", "Allergies", "allergy", "allergies"),
    MEDICATION("medication", "Medicines", "medicine", "medicines"),
    TEST_RESULTS("test-results", "Test results", "test result", "test results"),
    PROCEDURES("procedures", "Operations and procedures", "procedure", "procedures"),
    VACCINATIONS("vaccinations", "Vaccinations", "vaccination", "vaccinations"),
    DOCUMENTS("documents", "Letters and documents", "document", "documents"),
    CARE_PLAN("care-plan", "Care plan", "care plan", "care plans");

    private final String code;
    private final String title;
    private final String one;
    private final String many;

    Category(String code, String title, String one, String many) {
        this.code = code;
        this.title = title;
        this.one = one;
        this.many = many;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** One of its items, in words. */
    public String one() {
        return one;
    }

    /** Its items, in words. */
    public String many() {
        return many;
    }

    public static Optional<Category> of(String code) {
        return Arrays.stream(values())
                .filter(category -> category.code.equals(code))
                .findFirst();
    }
}
