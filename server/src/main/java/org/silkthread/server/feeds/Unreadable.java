package org.silkthread.server.feeds;

/** A message cannot be read. Its words tell a person what is wrong and hold nothing of what the message says of anybody. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Envelope envelope;

    /**
     * @param envelope as much of it as can be told
     * @param why where it is wrong and what was expected
     */
    public Unreadable(Envelope envelope, String why) {
        super(why);
        this.envelope = envelope;
    }

    public Envelope envelope() {
        return envelope;
    }

    /** Where it is wrong and what was expected. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
