package org.silkthread.cli.mllp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver that answers every message, and breaks each connection off after some, the last of them without an answer. */
final class Receiver implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final int messagesOfAConnection;

    Receiver(int messagesOfAConnection) throws IOException {
        this.messagesOfAConnection = messagesOfAConnection;
        Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    /** The numbers of all messages, in the order in which they came. */
    List<String> received() {
        return received;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket sender = socket.accept()) {
                answer(sender);
            } catch (IOException e) {
                // The test has closed the socket, or the sender its connection.
            }
        }
    }

    private void answer(Socket sender) throws IOException {
        AnswerFrames frames = new AnswerFrames(new BufferedInputStream(sender.getInputStream()));
        int many = 0;
        Optional<String> message = frames.next();
        while (message.isPresent()) {
            String number = Sending.field(message.get(), 9);
            received.add(number);
            if (++many == messagesOfAConnection) {
                return;
            }
            sender.getOutputStream()
                    .write(AnswerFrames.framed(
                            "MSH|^~\\&|SILKTHREAD|DZB||||20261122100000||ACK|1|P|2.4\rMSA|AA|" + number + "\r"));
            message = frames.next();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
