package org.silkthread.server.persons;

import java.util.Arrays;
import java.util.Optional;

/** A person's sex as FHIR R4 writes it (administrative gender). */
public enum Sex {
    FEMALE("female", "Female"),
    MALE("male", "Male"),
    OTHER("other", "Other"),
    UNKNOWN("unknown", "Not known");

    private final String code;
    private final String words;

    Sex(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    public static Optional<Sex> of(String code) {
        return Arrays.stream(values()).filter(sex -> sex.code.equals(code)).findFirst();
    }
}
