package org.silkthread.cli.mllp;

import java.time.Instant;
import java.util.Comparator;

/**
 * A message and the moment at which it leaves its sender.
 *
 * @param message HL7 version 2, its segments ended by carriage returns
 */
public record Sending(Instant at, String message) {

    /** From the first to leave to the last. */
    public static final Comparator<Sending> IN_ORDER =
            Comparator.comparing(Sending::at).thenComparing(Sending::controlId);

    private static final int CONTROL_ID = 9;

    /** MSH-10, the sender's number for the message; empty if it has none. */
    public String controlId() {
        return field(message, CONTROL_ID);
    }

    /** A field of a segment that stands at the start of a text; fields of MSH count from the name as 0, without MSH-1. */
    static String field(String segment, int place) {
        int end = segment.indexOf('\r');
        String[] fields = (end < 0 ? segment : segment.substring(0, end)).split("\\|", -1);
        return fields.length > place ? fields[place] : "";
    }
}
