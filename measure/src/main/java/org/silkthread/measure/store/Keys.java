package org.silkthread.measure.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The order of the store: by a hash of the id, so that ranges of it are alike in size and every load splits alike. */
final class Keys {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Keys() {}

    /** FNV-1a of the UTF-8 bytes, its bits mixed again so that the highest are as good as the lowest. Unsigned. */
    static long hash(byte[] utf8, int from, int length) {
        long hash = BASIS;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ utf8[i] & 0xFF) * PRIME;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    static long hash(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        return hash(utf8, 0, utf8.length);
    }

    /** A short text that stands for a long one. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Which of so many equal ranges of all hashes has this one, from 0. */
    static int range(long hash, int ranges) {
        return (int) Math.unsignedMultiplyHigh(hash, ranges);
    }
}
