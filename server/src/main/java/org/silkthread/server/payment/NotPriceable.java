package org.silkthread.server.payment;

/** Thrown when a step of a payment is not possible as things stand, with words for the person who asked for it. */
public final class NotPriceable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    NotPriceable(String why) {
        super(why);
        this.why = why;
    }

    /** Why it is not possible, in whole sentences. */
    public String why() {
        return why;
    }
}
