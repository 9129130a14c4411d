package org.silkthread.server.requests.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A request whose body is digested (SHA-256) while it is read. */
final class DigestedRequest extends HttpServletRequestWrapper {

    /** The longest file that is taken, and a little more. */
    private static final long LONGEST = 65L << 20;

    private static final int PART = 1 << 16;

    private final MessageDigest digest = sha256();
    private long taken;
    private Optional<Digesting> stream = Optional.empty();

    DigestedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream.isEmpty()) {
            stream = Optional.of(new Digesting(super.getInputStream()));
        }
        return stream.get();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset = Optional.ofNullable(getCharacterEncoding())
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    /** The digest of the whole body, also of what nobody has read; empty if that is longer than anything that is taken. */
    Optional<byte[]> digest() throws IOException {
        ServletInputStream body = getInputStream();
        byte[] part = new byte[PART];
        int read = body.read(part);
        while (read >= 0 && taken <= LONGEST) {
            read = body.read(part);
        }
        return taken > LONGEST ? Optional.empty() : Optional.of(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private final class Digesting extends ServletInputStream {

        private final ServletInputStream body;

        private Digesting(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            if (next >= 0) {
                digest.update((byte) next);
                taken++;
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            if (read > 0) {
                digest.update(into, offset, read);
                taken += read;
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
