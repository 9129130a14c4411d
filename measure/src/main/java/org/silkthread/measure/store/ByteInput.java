package org.silkthread.measure.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteOutput} wrote, from a position on. */
final class ByteInput {

    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;

    ByteInput(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    byte[] array() {
        return bytes;
    }

    int position() {
        return at;
    }

    void position(int to) {
        at = to;
    }

    void skip(int count) {
        at += count;
    }

    int get() {
        return bytes[at++];
    }

    int getInt() {
        int value = (int) INT.get(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    long getLong() {
        long value = (long) LONG.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    int getVar() {
        int first = bytes[at++];
        return first >= 0 ? first : (int) longer(first);
    }

    long getVarLong() {
        int first = bytes[at++];
        return first >= 0 ? first : longer(first);
    }

    private long longer(int first) {
        long value = first & 0x7F;
        for (int shift = 7; shift < 64; shift += 7) {
            int next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedStoreException("a number has no end at byte " + at);
    }

    long getSigned() {
        long value = getVarLong();
        return value >>> 1 ^ -(value & 1);
    }

    String latin1(int length) {
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }

    String utf8(int length) {
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String getText() {
        return utf8(getVar());
    }
}
