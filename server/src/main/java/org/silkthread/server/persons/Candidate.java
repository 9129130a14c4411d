package org.silkthread.server.persons;

import java.util.Set;

/**
 * Somebody a search found: enough to tell two people apart and nothing of the record.
 *
 * @param locked whether they have locked their record; then where they live and are registered is not told
 * @param lookAlikes others of the same name and date of birth
 */
public record Candidate(Person person, boolean locked, Set<PersonId> lookAlikes) {

    public Candidate {
        lookAlikes = Set.copyOf(lookAlikes);
    }
}
