package org.silkthread.server.persons;

import java.util.Optional;
import java.util.UUID;

/** Names a person inside this system and says nothing about them: random, and so fit for addresses and the audit trail. */
public record PersonId(UUID value) {

    /** The subject under which the audit trail keeps what was done with this person's record. */
    public String subject() {
        return "person/" + value;
    }

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /** The id that is written in an address, when it is one. */
    public static Optional<PersonId> parse(String text) {
        try {
            return Optional.of(new PersonId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
