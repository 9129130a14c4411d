package org.silkthread.server.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of a token: {@code silk_}, 256 random bits as 43 letters and digits, and a checksum of 6. Scanners for
 * secrets find it by its beginning and tell it from chance by its checksum; a mistyped one is refused without asking the
 * database.
 */
final class TokenSecret {

    private static final String PREFIX = "silk_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_LENGTH + CHECKSUM_LENGTH) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private TokenSecret(String text) {
        this.text = text;
    }

    static TokenSecret random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String random = inDigits(new BigInteger(1, bytes), RANDOM_LENGTH);
        return new TokenSecret(PREFIX + random + checksum(random));
    }

    /** The secret that a request brought; empty if its form shows that it is none. */
    static Optional<TokenSecret> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String random = text.substring(PREFIX.length(), PREFIX.length() + RANDOM_LENGTH);
        return text.endsWith(checksum(random)) ? Optional.of(new TokenSecret(text)) : Optional.empty();
    }

    /** What is kept of it. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The secret itself, for its owner, once. */
    String reveal() {
        return text;
    }

    /** Nothing that a log could give away. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static String checksum(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        return inDigits(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String inDigits(BigInteger number, int length) {
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        char[] digits = new char[length];
        Arrays.fill(digits, DIGITS.charAt(0));
        BigInteger left = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = left.divideAndRemainder(base);
            digits[i] = DIGITS.charAt(parts[1].intValue());
            left = parts[0];
        }
        return new String(digits);
    }
}
