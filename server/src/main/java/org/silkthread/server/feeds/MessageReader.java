package org.silkthread.server.feeds;

import java.util.List;
import java.util.Set;

/**
 * Reads messages for a room that wants to know what they say. Rooms on upper floors implement it.
 *
 * @param <T> what a message says
 */
public interface MessageReader<T> {

    /** The profiles that it reads; no other reader reads them. */
    Set<String> profiles();

    /** In what form the messages of those profiles are written. */
    MessageFormat format();

    /**
     * Reads a message without looking at anything else, so that many can be read at once.
     *
     * @throws Unreadable if it cannot be read, or says what the profile does not take; the message goes to the queue of
     *     those that a person looks at
     */
    Read<T> read(Incoming message) throws Unreadable;

    /** Keeps what messages say, in the transaction that keeps the messages and in its order. */
    void keep(List<Kept<T>> together);

    /**
     * What was read.
     *
     * @param envelope how the sender names the message
     * @param says what it says
     */
    record Read<T>(Envelope envelope, T says) {}

    /**
     * A message that is kept, for the first time.
     *
     * @param id in the order of keeping
     */
    record Kept<T>(long id, Incoming message, Envelope envelope, T says) {}
}
