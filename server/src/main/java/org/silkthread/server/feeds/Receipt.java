package org.silkthread.server.feeds;

/** What became of a message. Whatever it is, the message is on disk. */
public sealed interface Receipt {

    /** The sender's number for the message; empty if it gave none. */
    String controlId();

    /** It was read, and what it says counts. */
    record Taken(String controlId) implements Receipt {}

    /** The same message was kept before; nothing changed. */
    record Again(String controlId) implements Receipt {}

    /**
     * It could not be read and waits for a person.
     *
     * @param why in words for the sender's staff
     */
    record Refused(String controlId, String why) implements Receipt {}
}
