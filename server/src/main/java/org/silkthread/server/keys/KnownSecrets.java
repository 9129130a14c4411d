package org.silkthread.server.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Secrets that are none: what examples, manuals and standards have in them. */
final class KnownSecrets {

    private static final Set<String> WORDS = Set.of(
            "admin",
            "changeit",
            "changeme",
            "default",
            "example",
            "letmein",
            "none",
            "passw0rd",
            "password",
            "postgres",
            "qwerty",
            "root",
            "secret",
            "silkthread",
            "silkthreadapplication",
            "test",
            "todo",
            "user",
            "welcome",
            "yoursecret",
            "yourpassword");

    /** SHA-256 of the secret halves, in Base64, of the examples in RFC 8032, 7.1, and RFC 8410, 10.3. */
    private static final Set<String> PUBLISHED_KEYS = Set.of(
            "264d6dd92426f38122f7d15401d8acec52e6938858064e18695129710368516c",
            "eb591bdd633c3db3d3b85a2fcdb9733a678ae7f14336489fcac81dbfa90ac081",
            "cf76db321a89154fe29e064ed6c16ed4f7d21ac365447f317d51ed2fc6193617",
            "4ff96a60934849a7f7c7733f163824cc22be7da33384bbd0b5de992972ea5586");

    private KnownSecrets() {}

    /** Whether everybody would try this one; digits and signs around a word make it no better. */
    static boolean isKnown(String secret) {
        String letters = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return WORDS.contains(letters)
                || WORDS.contains(letters.replaceAll("[0-9]{1,6}$", ""))
                || letters.matches("0*1?2?3?4?5?6?7?8?9?0?");
    }

    /** Whether a key file holds a key that was printed somewhere. */
    static boolean holdsPublishedKey(String content) {
        return content.lines().map(line -> sha256(line.strip())).anyMatch(PUBLISHED_KEYS::contains);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
