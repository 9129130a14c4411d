package org.silkthread.server.operations.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM chunk by chunk. Each chunk's nonce holds its number and whether it is the last, so that chunks cannot be
 * left out, put in another order or cut off the end. The key is derived from a passphrase and a salt of this file's own,
 * so no key ever meets a nonce twice.
 */
final class Cipher256 {

    /** The first bytes of an encrypted file. */
    static final byte[] MAGIC = "silkthread encrypted backup 1\n".getBytes(StandardCharsets.US_ASCII);

    static final int SALT_LENGTH = 16;
    static final int CHUNK = 1 << 16;
    static final int TAG = 16;

    /** What OWASP asked of PBKDF2 with HMAC-SHA-256 in 2023. */
    private static final int ROUNDS = 600_000;

    private static final int KEY_BITS = 256;
    private static final int NONCE_LENGTH = 12;

    private final SecretKeySpec key;
    private final byte[] salt;
    private long chunks;

    Cipher256(char[] passphrase, byte[] salt) {
        this.salt = salt.clone();
        try {
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(passphrase, salt, ROUNDS, KEY_BITS))
                    .getEncoded();
            this.key = new SecretKeySpec(derived, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2", e);
        }
    }

    byte[] encrypt(byte[] plain, int length, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** @throws GeneralSecurityException if the passphrase is another one or the chunk is not as it was written */
    byte[] decrypt(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH)
                .putLong(chunks++)
                .put((byte) (last ? 1 : 0))
                .array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(salt);
        return cipher;
    }

    /** Magic and salt, as they stand before the chunks. */
    byte[] header() {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(MAGIC);
        header.writeBytes(salt);
        return header.toByteArray();
    }
}
