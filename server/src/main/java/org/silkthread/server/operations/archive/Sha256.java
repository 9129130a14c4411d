package org.silkthread.server.operations.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes as they come. */
public final class Sha256 {

    private final MessageDigest digest = start();

    public void add(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** In hexadecimal; starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
