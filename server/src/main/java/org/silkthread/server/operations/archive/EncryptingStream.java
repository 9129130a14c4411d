package org.silkthread.server.operations.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/** Encrypts what is written to it; the last chunk is written when it is closed. */
final class EncryptingStream extends OutputStream {

    private final OutputStream out;
    private final Cipher256 cipher;
    private final byte[] chunk = new byte[Cipher256.CHUNK];
    private int filled;
    private boolean closed;

    EncryptingStream(OutputStream out, char[] passphrase) throws IOException {
        this.out = out;
        byte[] salt = new byte[Cipher256.SALT_LENGTH];
        new SecureRandom().nextBytes(salt);
        this.cipher = new Cipher256(passphrase, salt);
        out.write(cipher.header());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                out.write(cipher.encrypt(chunk, filled, false));
                filled = 0;
            }
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            out.write(cipher.encrypt(chunk, filled, true));
        }
    }
}
