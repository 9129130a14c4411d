package org.silkthread.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A post as it is or was held.
 *
 * @param person the account's id, which tells nothing about its holder
 * @param begunAt when it began
 * @param until when it ends by itself; empty if it does not
 * @param endedAt when somebody ended it; empty if nobody did
 */
public record Appointment(
        UUID person,
        String username,
        String name,
        Post post,
        Instant begunAt,
        Optional<Instant> until,
        Optional<Instant> endedAt) {

    /** Whether it counts at a moment. */
    public boolean isHeldAt(Instant moment) {
        return !begunAt.isAfter(moment)
                && until.filter(end -> !end.isAfter(moment)).isEmpty()
                && endedAt.filter(end -> !end.isAfter(moment)).isEmpty();
    }
}
