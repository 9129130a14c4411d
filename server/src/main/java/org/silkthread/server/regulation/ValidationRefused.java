package org.silkthread.server.regulation;

/** Thrown when a verdict cannot be recorded or decided; the message says why. Nothing has been changed. */
public final class ValidationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, for the program that has to answer. */
    public enum Reason {
        /** The person who recorded it cannot decide about it. */
        SAME_PERSON,
        /** It has been decided, or another verdict on the figure waits to be. */
        OUT_OF_ORDER,
        /** There is no such figure to examine. */
        NO_FIGURE,
        /** A verdict needs a reason. */
        REASON_MISSING
    }

    private final Reason reason;

    public ValidationRefused(Reason reason, String words) {
        super(words);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why, in a sentence or two. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
