package org.silkthread.server.feeds.mllp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Messages on a connection: each between a vertical tab and a file separator with a carriage return (HL7, Transport
 * Specification MLLP release 1). What stands between frames is passed over.
 */
final class Frames {

    /** A frame that came. */
    sealed interface Frame {

        record Whole(byte[] content) implements Frame {}

        /**
         * It did not end within the limit.
         *
         * @param beginning of it
         */
        record TooLong(byte[] beginning) implements Frame {}
    }

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int AFTER_END = 0x0D;

    private final InputStream in;
    private final int longest;

    /**
     * @param longest of a message, in bytes
     */
    Frames(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next frame; empty when the sender has closed between two frames. */
    Optional<Frame> next() throws IOException {
        int read = in.read();
        while (read != START) {
            if (read < 0) {
                return Optional.empty();
            }
            read = in.read();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream(1_024);
        while (content.size() < longest) {
            read = in.read();
            if (read < 0) {
                throw new EOFException("The connection ended within a message");
            }
            if (read == END) {
                int after = in.read();
                if (after == AFTER_END || after < 0) {
                    return Optional.of(new Frame.Whole(content.toByteArray()));
                }
                content.write(END);
                read = after;
            }
            content.write(read);
        }
        return Optional.of(new Frame.TooLong(content.toByteArray()));
    }

    static void write(OutputStream out, byte[] content) throws IOException {
        out.write(START);
        out.write(content);
        out.write(END);
        out.write(AFTER_END);
        out.flush();
    }
}
