package org.silkthread.walkthrough;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A person's app for six-digit codes, written apart from the program, as apps are (RFC 6238). */
final class AuthenticatorApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;
    private static final int SECRET_BYTES = 20;

    /** A code works once, so the same person takes the next one at their next sign-in. */
    private static final Map<String, Long> LAST_STEPS = new ConcurrentHashMap<>();

    private AuthenticatorApp() {}

    /** A code of now, or the next one, which the server takes too; whoever needs a third has to wait for it. */
    static String code(Demonstration.Account account) {
        return code(account.username(), account.totpSecret());
    }

    /** The same, with a secret that a page showed. */
    static String code(String username, String secret) {
        long now = Instant.now().getEpochSecond() / STEP_SECONDS;
        long step = LAST_STEPS.merge(username, now, (last, current) -> Math.max(last + 1, current));
        await(step - 1);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(long step) {
        Duration wait = Duration.between(Instant.now(), Instant.ofEpochSecond(step * STEP_SECONDS));
        if (wait.isPositive()) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the next code", e);
            }
        }
    }

    private static byte[] bytes(String base32) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : base32.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        byte[] bytes = number.toByteArray();
        byte[] secret = new byte[SECRET_BYTES];
        int length = Math.min(bytes.length, SECRET_BYTES);
        System.arraycopy(
                Arrays.copyOfRange(bytes, bytes.length - length, bytes.length),
                0,
                secret,
                SECRET_BYTES - length,
                length);
        return secret;
    }
}
