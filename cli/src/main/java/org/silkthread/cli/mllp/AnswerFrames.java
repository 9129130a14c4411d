package org.silkthread.cli.mllp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The answers on a connection, each between 0x0B and 0x1C 0x0D. */
final class AnswerFrames {

    static final int START = 0x0B;
    static final int END = 0x1C;
    static final int AFTER_END = 0x0D;

    private static final int LONGEST = 1 << 16;

    private final InputStream in;

    AnswerFrames(InputStream in) {
        this.in = in;
    }

    /** The bytes of a message in its frame, to be written at once. */
    static byte[] framed(String message) {
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[content.length + 3];
        frame[0] = START;
        System.arraycopy(content, 0, frame, 1, content.length);
        frame[content.length + 1] = END;
        frame[content.length + 2] = AFTER_END;
        return frame;
    }

    /** The next answer; empty when the receiver has closed the connection between two. */
    Optional<String> next() throws IOException {
        int read = in.read();
        while (read != START) {
            if (read < 0) {
                return Optional.empty();
            }
            read = in.read();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream(256);
        read = in.read();
        while (read != END) {
            if (read < 0 || content.size() > LONGEST) {
                throw new EOFException("An answer has no end");
            }
            content.write(read);
            read = in.read();
        }
        return Optional.of(content.toString(StandardCharsets.UTF_8));
    }
}
