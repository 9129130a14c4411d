package org.silkthread.measure.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where lines end, eight bytes at a time. */
final class Lines {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long ENDS = EACH * '\n';

    private Lines() {}

    /** Where the line that begins at a position ends, before its line feed or at the end of the text. */
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            // A byte that is a line feed becomes zero, and the subtraction sets its highest bit.
            long zeros = (long) LONG.get(bytes, at) ^ ENDS;
            long found = zeros - EACH & ~zeros & HIGH;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** How many line feeds a text has. */
    static long count(byte[] bytes, int length) {
        long count = 0;
        for (int at = end(bytes, 0, length); at < length; at = end(bytes, at + 1, length)) {
            count++;
        }
        return count;
    }

    /** Whether there is nothing but blanks, as JSON understands them. */
    static boolean blank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            // Other control characters, such as the zeros of a file that was not written to its end, are no blanks.
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
