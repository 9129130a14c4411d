package org.silkthread.server.feeds;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A hospital's system: sends messages over TCP and reads the answers. Written apart from the program. */
public final class MllpSender implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    public MllpSender(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a message and waits for its answer. */
    public String send(String message) throws IOException {
        sendAhead(message.getBytes(StandardCharsets.UTF_8));
        return answer();
    }

    /** Sends and does not wait. */
    public void sendAhead(byte[] message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x0B);
        frame.writeBytes(message);
        frame.writeBytes(new byte[] {0x1C, 0x0D});
        // In one go: a frame in pieces waits for the network's own acknowledgements.
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** The next answer. */
    public String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int read = in.read();
        if (read != 0x0B) {
            throw new EOFException("No answer came");
        }
        read = in.read();
        while (read != 0x1C) {
            if (read < 0) {
                throw new EOFException("Half an answer came");
            }
            answer.write(read);
            read = in.read();
        }
        in.read();
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
