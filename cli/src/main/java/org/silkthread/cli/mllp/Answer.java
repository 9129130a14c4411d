package org.silkthread.cli.mllp;

/**
 * What a receiver said about a message.
 *
 * @param controlId MSA-2, the sender's number for the message
 * @param code MSA-1: AA, AE or AR
 * @param words MSA-3; empty if there are none
 * @param moment MSH-7, the receiver's clock when it answered, as it wrote it
 */
public record Answer(String controlId, String code, String words, String moment) {

    private static final int MOMENT = 6;

    /** Reads an acknowledgement; what is none has the code {@code ""}. */
    static Answer of(String message) {
        for (String segment : message.split("\r", -1)) {
            if (segment.startsWith("MSA|")) {
                return new Answer(
                        Sending.field(segment, 2),
                        Sending.field(segment, 1),
                        Sending.field(segment, 3),
                        Sending.field(message, MOMENT));
            }
        }
        return new Answer("", "", "", "");
    }

    /** The message is kept and counts, now or already before. */
    public boolean accepted() {
        return code.equals("AA");
    }
}
