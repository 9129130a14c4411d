package org.silkthread.measure.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing text of ASCII and prepared UTF-8 bytes. It grows to the largest block and is used again, block after block. */
final class Bytes {

    private byte[] data = new byte[1 << 16];
    private int length;

    void text(byte[] text) {
        slice(text, 0, text.length);
    }

    void slice(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, data, length, count);
        length += count;
    }

    void one(char ascii) {
        room(1);
        data[length++] = (byte) ascii;
    }

    void twoDigits(int number) {
        room(2);
        data[length++] = (byte) ('0' + number / 10);
        data[length++] = (byte) ('0' + number % 10);
    }

    /** A whole number of 0 or more. */
    void number(long number) {
        room(20);
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            data[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Tenths as a decimal number, without a trailing zero: 52 as 5.2, 50 as 5. */
    void tenths(int tenths) {
        number(tenths / 10);
        if (tenths % 10 != 0) {
            one('.');
            number(tenths % 10);
        }
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(data, length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(data, 0, length);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (length + more > data.length) {
            data = Arrays.copyOf(data, Math.max(2 * data.length, length + more));
        }
    }
}
