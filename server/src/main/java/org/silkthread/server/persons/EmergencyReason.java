package org.silkthread.server.persons;

import java.util.Arrays;
import java.util.Optional;

/** Why a record is opened without a relationship. Words of one's own are needed besides. */
public enum EmergencyReason {
    LIFE_IN_DANGER("life-in-danger", "The person's life or health is in danger now"),
    CANNOT_ASK("cannot-ask", "The person needs care now and cannot be asked"),
    PERSON_ASKED("person-asked", "The person is here and asked me to"),
    PROTECT_OTHERS("protect-others", "A child or another person is in danger");

    private final String code;
    private final String words;

    EmergencyReason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    public static Optional<EmergencyReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
