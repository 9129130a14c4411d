package org.silkthread.server.publication;

/** Thrown when a step cannot be taken; the message says why to the person who tried. Nothing has been changed. */
public final class StepRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, for the program that has to answer. */
    public enum Reason {
        /** The publication's state does not allow the step, such as writing after the freeze. */
        OUT_OF_ORDER,
        /** Something required is missing. */
        GAPS,
        /** A hidden count could be worked out from it and what is public already. */
        WOULD_REVEAL,
        /** A second person is needed and this one had a hand in it. */
        SAME_PERSON,
        /** Somebody changed it after this person looked. */
        CHANGED_MEANWHILE,
        /** The words given do not do. */
        WORDS_MISSING
    }

    private final Reason reason;

    StepRefused(Reason reason, String words) {
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
