package org.silkthread.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The head of the trail at a moment, signed. Kept elsewhere, it shows later whether what came before it is still there
 * and unchanged.
 *
 * @param number from 1 without a gap
 * @param day the day (UTC) that a daily seal closes; the day it was asked for of any other
 * @param daily whether it closes a day
 * @param at when it was made
 * @param entries how many entries it covers, which is the sequence of the last one; 0 for none
 * @param head the hash of the last one in hexadecimal; zeros for none
 * @param previous SHA-256 of the text of the seal before it, in hexadecimal; zeros for the first
 * @param signature of {@link #text()}, in Base64
 * @param publicKey of the key that signed, in Base64
 */
public record Seal(
        long number,
        LocalDate day,
        boolean daily,
        Instant at,
        long entries,
        String head,
        String previous,
        String signature,
        String publicKey) {

    private static final String FORMAT = "silkthread audit seal 1";

    /** Before the first seal. */
    static final String NO_PREVIOUS = "0".repeat(64);

    /** What is signed: one field a line, in this order. */
    public String text() {
        return String.join(
                "\n",
                FORMAT,
                "seal " + number,
                "day " + day + (daily ? " closed" : ""),
                "at " + at,
                "entries " + entries,
                "head " + head,
                "previous " + previous,
                "");
    }

    /** SHA-256 of the text, in hexadecimal: what the next seal names. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    Seal signed(String signature, String publicKey) {
        return new Seal(number, day, daily, at, entries, head, previous, signature, publicKey);
    }
}
