package org.silkthread.cli.mllp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends messages over one connection that stays open, several on their way at once. When the connection is lost it opens
 * another, more slowly at each attempt, and sends everything again that was not answered. A message is done with when the
 * receiver has answered it, whatever the answer is.
 */
public final class MllpSender implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final InetSocketAddress to;
    private final Duration patience;
    private final Outbox outbox;
    private final Thread writer;

    /**
     * @param window how many messages may be without an answer at once; at least 1
     * @param patience how long messages may wait without a single answer to any before it gives up
     * @param deliveries told of every answered message, by one thread at a time
     */
    public MllpSender(InetSocketAddress to, int window, Duration patience, Consumer<Delivery> deliveries) {
        this.to = to;
        this.patience = patience;
        this.outbox = new Outbox(window, deliveries);
        this.writer = Thread.ofVirtual().name("mllp-sender").start(this::writeUntilClosed);
    }

    /**
     * Hands a message over. Waits while too many are without an answer.
     *
     * @throws IOException if the sender has given up
     */
    public void send(Sending sending) throws IOException, InterruptedException {
        outbox.add(sending);
    }

    /**
     * Waits until all messages are answered, or the sender has given up.
     *
     * @return what became of all messages so far
     */
    public SendingReport report() throws InterruptedException {
        outbox.awaitAnswers();
        return outbox.report();
    }

    /** Ends the connection; messages without an answer stay so. */
    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosed() {
        try {
            Duration pause = FIRST_PAUSE;
            long lastGood = System.nanoTime();
            while (System.nanoTime() - lastGood < patience.toNanos()) {
                int before = outbox.answered();
                Optional<Socket> socket = connected();
                if (socket.isPresent()) {
                    converse(socket.get());
                }
                if (outbox.answered() > before) {
                    pause = FIRST_PAUSE;
                    lastGood = System.nanoTime();
                } else if (outbox.isEmpty()) {
                    lastGood = System.nanoTime();
                }
                Thread.sleep(pause);
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            }
            outbox.giveUp("Nobody at " + to + " has answered for " + patience.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            outbox.giveUp("The sender was closed");
        }
    }

    @SuppressWarnings("AddressSelection") // Whoever sends names one receiver, and means the first of its addresses.
    private Optional<Socket> connected() {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(to.isUnresolved() ? new InetSocketAddress(to.getHostString(), to.getPort()) : to, (int)
                    CONNECTING.toMillis());
            return Optional.of(socket);
        } catch (IOException e) {
            closeQuietly(socket);
            return Optional.empty();
        }
    }

    /** Writes and reads until the connection is lost. */
    private void converse(Socket socket) throws InterruptedException {
        outbox.begin();
        Thread reader = Thread.ofVirtual().name("mllp-answers").start(() -> read(socket));
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            Optional<byte[]> frame = outbox.next();
            while (frame.isPresent()) {
                out.write(frame.get());
                if (outbox.nothingWaits()) {
                    out.flush();
                }
                frame = outbox.next();
            }
        } catch (IOException e) {
            outbox.lost();
        } finally {
            closeQuietly(socket);
            reader.join();
        }
    }

    private void read(Socket socket) {
        try {
            AnswerFrames frames = new AnswerFrames(new BufferedInputStream(socket.getInputStream()));
            Optional<String> frame = frames.next();
            while (frame.isPresent()) {
                outbox.answer(Answer.of(frame.get()));
                frame = frames.next();
            }
        } catch (IOException e) {
            // A connection that is lost ends here like one that the receiver has closed: all is sent again.
        } finally {
            outbox.lost();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is not used again, so nothing depends on how it was closed.
        }
    }
}
