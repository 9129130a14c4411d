package org.silkthread.server.feeds;

import java.time.Instant;
import java.util.Optional;

/**
 * How a sender names a message.
 *
 * @param controlId the sender's number for it; empty if it gave none
 * @param kind such as {@code ADT^A04}; empty if it cannot be told
 * @param sentAt when the sender made it, if it says so
 */
public record Envelope(String controlId, String kind, Optional<Instant> sentAt) {

    /** Of what cannot be read at all. */
    public static final Envelope NONE = new Envelope("", "", Optional.empty());

    /** The longest number and kind that are kept; HL7 has 199 characters for the number. */
    public static final int LONGEST = 199;

    /** Keeps what can be kept of names that are longer, or hold characters that no database keeps. */
    public Envelope {
        controlId = storable(controlId);
        kind = storable(kind);
    }

    private static String storable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
