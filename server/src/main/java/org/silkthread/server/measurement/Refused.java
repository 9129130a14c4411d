package org.silkthread.server.measurement;

/** What was asked cannot be done; the message says why, in words for whoever asked. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
