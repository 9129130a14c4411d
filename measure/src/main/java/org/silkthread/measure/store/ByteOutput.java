package org.silkthread.measure.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, with numbers in as few bytes as they need. */
final class ByteOutput {

    private byte[] bytes;
    private int size;

    ByteOutput(int capacity) {
        this.bytes = new byte[capacity];
    }

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Four bytes, the lowest first. */
    void putInt(int value) {
        room(Integer.BYTES);
        setInt(size, value);
        size += Integer.BYTES;
    }

    void set(int at, int value) {
        bytes[at] = (byte) value;
    }

    void setInt(int at, int value) {
        ByteInput.INT.set(bytes, at, value);
    }

    /** Eight bytes, the lowest first. */
    void putLong(long value) {
        room(Long.BYTES);
        ByteInput.LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** A number from 0 in groups of seven bits, the lowest first; the eighth bit says that more follow. */
    void putVar(long value) {
        if ((value & ~0x7FL) == 0 && size < bytes.length) {
            bytes[size++] = (byte) value;
        } else {
            putLonger(value);
        }
    }

    private void putLonger(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number of either sign, small ones of both in few bytes. */
    void putSigned(long value) {
        putVar(value << 1 ^ value >> 63);
    }

    void put(byte[] source, int from, int length) {
        room(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    /** Length and UTF-8 bytes. */
    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVar(utf8.length);
        put(utf8, 0, utf8.length);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(size * 2L, 1 << 30)));
        }
    }
}
