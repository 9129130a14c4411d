package org.silkthread.server.identity.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database holds but must not tell (AES-256-GCM) and makes keyed hashes (HMAC-SHA-256). Its key comes
 * from {@code silkthread.sign-in.secrets-key} (32 bytes in Base64) or is made on first use in the data folder, so a copy
 * of the database alone opens nothing. With the key lost, every second factor has to be set up anew.
 */
@Component
public class SecretBox {

    private static final String FILE = "secrets.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORMAT = 1;

    private final String configured;
    private final OwnerOnlyFolder folder;
    private final SecureRandom random = new SecureRandom();
    private volatile byte[] key = new byte[0];

    SecretBox(@Value("${silkthread.sign-in.secrets-key:}") String configured, @Value("${silkthread.dir}") Path dir) {
        this.configured = configured;
        this.folder = new OwnerOnlyFolder(dir.resolve("keys"));
    }

    /**
     * Encrypts.
     *
     * @param place what it belongs to, such as {@code authenticator/ada}; it opens in no other place
     */
    public byte[] seal(String place, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, place, nonce, content);
        return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                .put(FORMAT)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /**
     * Decrypts what was sealed for this place.
     *
     * @throws IllegalStateException if it was changed, belongs elsewhere, or was sealed with another key
     */
    public byte[] open(String place, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("What is sealed for " + place + " is damaged");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, place, nonce, Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length));
    }

    /** A hash that nobody can compute without the key. */
    public byte[] keyedHash(String place, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived("hash"), "HmacSHA256"));
            mac.update((place + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private byte[] crypt(int mode, String place, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived("encryption"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed for " + place + " does not open with this key", e);
        }
    }

    /** A key of its own for each use, made from the one that is kept (HKDF, RFC 5869, one block). */
    private byte[] derived(String use) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key(), "HmacSHA256"));
        mac.update(("silkthread " + use).getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 1);
        return mac.doFinal();
    }

    private byte[] key() {
        byte[] known = key;
        if (known.length == KEY_BYTES) {
            return known;
        }
        synchronized (this) {
            key = decoded(configured.isBlank() ? kept() : configured.strip());
            return key;
        }
    }

    private String kept() {
        if (!folder.names(FILE).equals(List.of(FILE))) {
            byte[] made = new byte[KEY_BYTES];
            random.nextBytes(made);
            folder.write(FILE, Base64.getEncoder().encodeToString(made));
        }
        return folder.read(FILE);
    }

    private static byte[] decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The key for secrets is not Base64", e);
        }
        throw new IllegalStateException("The key for secrets has " + KEY_BYTES + " bytes in Base64");
    }
}
