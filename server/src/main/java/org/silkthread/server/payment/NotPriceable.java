package org.silkthread.server.payment;

/** Thrown when a step of a payment is not possible as things stand, with words for the person who asked for it. */
public final class NotPriceable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPriceable(String why) {
        super(why);
    }
}
