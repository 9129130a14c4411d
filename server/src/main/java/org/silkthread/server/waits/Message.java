package org.silkthread.server.waits;

import java.util.Optional;

/**
 * One thing that a hospital's system said about a wait. A later message with the same id and a higher version replaces
 * it; a message without an event withdraws it.
 *
 * @param id the sender's identifier of the fact; the same in its corrections
 * @param version rises with each correction of the fact
 * @param event what happened; empty when the sender takes the fact back
 */
public record Message<E extends Comparable<E>>(String id, long version, Optional<E> event) {

    public static <E extends Comparable<E>> Message<E> of(String id, long version, E event) {
        return new Message<E>(id, version, Optional.of(event));
    }

    public static <E extends Comparable<E>> Message<E> withdrawn(String id, long version) {
        return new Message<E>(id, version, Optional.empty());
    }
}
