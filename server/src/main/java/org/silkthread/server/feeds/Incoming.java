package org.silkthread.server.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A message as it came.
 *
 * @param content what was sent, unchanged
 * @param receivedAt by this server's clock
 */
public record Incoming(Feed feed, byte[] content, Instant receivedAt) {

    /** The SHA-256 of the content, by which a message that is sent again is known. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The content as text: UTF-8 where it is that, otherwise Latin 1, which every content is. */
    public String text() {
        return text(content);
    }

    /** Any content as text. */
    static String text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(content, StandardCharsets.ISO_8859_1);
    }
}
