package org.silkthread.server.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator app and the server share: from it both compute the same six digits for every thirty seconds (RFC
 * 6238 with HMAC-SHA-1, which is what every app can do; the truncation is RFC 4226, 5.3).
 */
public final class TotpSecret {

    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new secret of 160 bits. */
    public static TotpSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** The secret with these bytes. */
    public static TotpSecret of(byte[] bytes) {
        return new TotpSecret(bytes.clone());
    }

    /**
     * The secret that a text in Base32 stands for; spaces and the case of letters do not matter.
     *
     * @throws IllegalArgumentException if it has other characters
     */
    public static TotpSecret parse(String text) {
        String letters = text.replaceAll("[\\s=]", "").toUpperCase(Locale.ROOT);
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * BITS / Byte.SIZE);
        int pending = 0;
        int held = 0;
        for (int i = 0; i < letters.length(); i++) {
            int value = ALPHABET.indexOf(letters.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("A secret has the letters A to Z and the digits 2 to 7");
            }
            pending = (pending << BITS) | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.put((byte) (pending >> held));
            }
        }
        return new TotpSecret(bytes.array());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The secret in Base32, as apps take it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int pending = 0;
        int held = 0;
        for (byte next : bytes) {
            pending = (pending << Byte.SIZE) | (next & 0xff);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((pending >> held) & 0x1f));
            }
        }
        if (held > 0) {
            text.append(ALPHABET.charAt((pending << (BITS - held)) & 0x1f));
        }
        return text.toString();
    }

    /** The number of the thirty seconds that a moment is in. */
    public static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of this moment. */
    public String code(Instant moment) {
        return code(step(moment));
    }

    /** The code of some thirty seconds. */
    public String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-1", e);
        }
    }

    /**
     * Which thirty seconds a code belongs to: those of the moment, or the ones before or after, because clocks differ and
     * typing takes time. All three are compared in full, so that the time taken tells nothing.
     */
    public OptionalLong stepOf(String code, Instant moment) {
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        long now = step(moment);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), typed)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The address that a QR code carries into an app. */
    public String address(String username) {
        String label = URLEncoder.encode(username, StandardCharsets.UTF_8);
        return "otpauth://totp/Silkthread:" + label + "?secret=" + text() + "&issuer=Silkthread&algorithm=SHA1&digits="
                + DIGITS + "&period=" + STEP_SECONDS;
    }

    /** Says nothing of the secret, so that no log can. */
    @Override
    public String toString() {
        return "a secret";
    }
}
