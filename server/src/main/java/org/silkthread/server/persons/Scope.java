package org.silkthread.server.persons;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What of a record a carer may see. */
public enum Scope {
    APPOINTMENTS("appointments", "Appointments", Set.of(Category.APPOINTMENTS)),
    TEST_RESULTS("test-results", "Test results", Set.of(Category.TEST_RESULTS)),
    MEDICATION("medication", "Medicines and allergies", Set.of(Category.MEDICATION, Category.ALLERGIES)),
    CARE_PLAN("care-plan", "Care plan", Set.of(Category.CARE_PLAN)),
    WHOLE_RECORD("whole-record", "The whole record", Set.of(Category.values()));

    private final String code;
    private final String words;
    private final Set<Category> categories;

    Scope(String code, String words, Set<Category> categories) {
        this.code = code;
        this.words = words;
        this.categories = categories;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    public Set<Category> categories() {
        return categories;
    }

    public static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
