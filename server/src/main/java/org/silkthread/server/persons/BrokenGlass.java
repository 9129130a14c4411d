package org.silkthread.server.persons;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody opened a record in an emergency.
 *
 * @param organisation the code of the organisation they acted for
 * @param until when it ends by itself
 * @param review what a privacy officer made of it
 */
public record BrokenGlass(
        UUID id,
        PersonId person,
        String username,
        String name,
        String role,
        String organisation,
        EmergencyReason reason,
        String words,
        Instant brokenAt,
        Instant until,
        Optional<Review> review) {

    /** What a privacy officer made of an emergency access. */
    public enum Outcome {
        JUSTIFIED("justified", "It was justified"),
        NOT_JUSTIFIED("not-justified", "It was not justified"),
        LOOK_INTO("look-into", "It needs a closer look");

        private final String code;
        private final String words;

        Outcome(String code, String words) {
            this.code = code;
            this.words = words;
        }

        public String code() {
            return code;
        }

        public String words() {
            return words;
        }

        public static Optional<Outcome> of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(outcome -> outcome.code.equals(code))
                    .findFirst();
        }
    }

    /** The outcome, why, by whom and when. */
    public record Review(Outcome outcome, String words, String username, String name, Instant at) {}
}
