package org.silkthread.server.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts bytes into lines of UTF-8 text and holds never more than one line of bounded length. What is too long or is not
 * UTF-8 is a result like any other, so that the lines after it are read too.
 */
public final class LineReader {

    /** What stands on one line. */
    public sealed interface Line {}

    /** A readable line, without its line end. */
    public record Text(String text) implements Line {}

    /** A line of more bytes than allowed; its bytes were passed over. */
    public record TooLong(long bytes) implements Line {}

    /** A line that is not UTF-8 from the named byte on, counted from 1 within the line. */
    public record NotUtf8(int firstBadByte, int value) implements Line {}

    private static final int END = -1;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private final byte[] line;
    private final CharBuffer characters;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int at;
    private int filled;
    private boolean first = true;

    /**
     * @param longestLine the most bytes that a line may have; so much memory is held
     */
    public LineReader(InputStream in, int longestLine) {
        this.in = in;
        this.line = new byte[longestLine];
        this.characters = CharBuffer.allocate(longestLine);
    }

    /** The next line, or nothing after the last. */
    public Optional<Line> next() throws IOException {
        long length = 0;
        boolean any = false;
        while (true) {
            if (at == filled && !fill()) {
                return any ? Optional.of(finish(length)) : Optional.empty();
            }
            any = true;
            int end = indexOfLineEnd();
            int stop = end == END ? filled : end;
            int room = (int) Math.max(0, line.length - length);
            System.arraycopy(chunk, at, line, (int) Math.min(length, line.length), Math.min(room, stop - at));
            length += stop - at;
            at = stop;
            if (end != END) {
                at++;
                return Optional.of(finish(length));
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.readNBytes(chunk, 0, chunk.length));
        return filled > 0;
    }

    private int indexOfLineEnd() {
        for (int i = at; i < filled; i++) {
            if (chunk[i] == '\n') {
                return i;
            }
        }
        return END;
    }

    private Line finish(long length) {
        boolean start = first;
        first = false;
        if (length > line.length) {
            return new TooLong(length);
        }
        int from = start && startsWithByteOrderMark(length) ? 3 : 0;
        int to = (int) length;
        if (to > from && line[to - 1] == '\r') {
            to--;
        }
        return decode(from, to);
    }

    private boolean startsWithByteOrderMark(long length) {
        return length >= 3 && Arrays.equals(line, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
    }

    private Line decode(int from, int to) {
        ByteBuffer bytes = ByteBuffer.wrap(line, from, to - from);
        characters.clear();
        decoder.reset();
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isError()) {
            return new NotUtf8(bytes.position() + 1, Byte.toUnsignedInt(line[bytes.position()]));
        }
        return new Text(characters.flip().toString());
    }
}
