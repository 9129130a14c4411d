package org.silkthread.server.operations.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Reads what {@link EncryptingStream} wrote. Nothing of a chunk is given out before the whole chunk has proved right. */
final class DecryptingStream extends InputStream {

    private static final int SEALED = Cipher256.CHUNK + Cipher256.TAG;

    private final InputStream in;
    private final Cipher256 cipher;
    private byte[] sealed;
    private byte[] plain = new byte[0];
    private int position;
    private boolean ended;

    /** @param in after the magic */
    DecryptingStream(InputStream in, char[] passphrase) throws IOException {
        this.in = in;
        byte[] salt = in.readNBytes(Cipher256.SALT_LENGTH);
        if (salt.length < Cipher256.SALT_LENGTH) {
            throw new DamagedBackup("The backup ends in the middle.");
        }
        this.cipher = new Cipher256(passphrase, salt);
        this.sealed = in.readNBytes(SEALED);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == plain.length) {
            if (ended) {
                return -1;
            }
            nextChunk();
        }
        int taken = Math.min(length, plain.length - position);
        System.arraycopy(plain, position, bytes, offset, taken);
        position += taken;
        return taken;
    }

    /** A chunk is the last if nothing comes after it; its nonce says the same, or it does not decrypt. */
    private void nextChunk() throws IOException {
        byte[] after = in.readNBytes(SEALED);
        ended = after.length == 0;
        try {
            plain = cipher.decrypt(sealed, sealed.length, ended);
        } catch (GeneralSecurityException e) {
            throw new DamagedBackup("The passphrase is not the one of this backup, or the backup is damaged.");
        }
        position = 0;
        sealed = after;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
