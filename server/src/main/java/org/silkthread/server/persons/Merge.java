package org.silkthread.server.persons;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Two records that were found to be of one person.
 *
 * @param merged the record that is shown no longer by itself
 * @param survivor the record that is shown with both
 * @param undone why it was undone, if it was
 */
public record Merge(
        UUID id, PersonId merged, PersonId survivor, String reason, Instant at, String by, Optional<Undone> undone) {

    /** A merge that was a mistake. */
    public record Undone(String reason, Instant at, String by) {}
}
