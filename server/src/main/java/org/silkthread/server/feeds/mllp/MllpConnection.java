package org.silkthread.server.feeds.mllp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Inbox;
import org.silkthread.server.feeds.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sender's connection. It is read ahead by a bounded number of messages, so that a sender who does not wait for each
 * answer shares commits; answers go out in the order of the messages, each when its message is on disk. A message that
 * could not be kept is not answered: the connection ends, and the sender sends it again.
 */
final class MllpConnection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final int READ_AHEAD = 128;

    /** The last of the answers. */
    private static final CompletableFuture<Receipt> END = new CompletableFuture<>();

    private final Socket socket;
    private final Feed feed;
    private final Inbox inbox;
    private final Clock clock;
    private final BlockingQueue<CompletableFuture<Receipt>> answers = new ArrayBlockingQueue<>(READ_AHEAD);

    MllpConnection(Socket socket, Feed feed, Inbox inbox, Clock clock) {
        this.socket = socket;
        this.feed = feed;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public void run() {
        Thread answering =
                Thread.ofVirtual().name("mllp-answers-" + feed.code()).start(this::answer);
        try (socket) {
            read();
            answers.put(END);
            answering.join();
        } catch (IOException e) {
            LOG.info(
                    "A connection of the feed {} ended: {}",
                    feed.code(),
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answering.interrupt();
        }
    }

    private void read() throws IOException, InterruptedException {
        Frames frames = new Frames(new BufferedInputStream(socket.getInputStream(), 1 << 16), LONGEST_MESSAGE);
        Optional<Frames.Frame> frame = frames.next();
        while (frame.isPresent()) {
            switch (frame.get()) {
                case Frames.Frame.Whole(byte[] content) -> answers.put(inbox.receive(feed, content));
                case Frames.Frame.TooLong(byte[] beginning) -> {
                    answers.put(inbox.refuse(
                            feed,
                            beginning,
                            "It is longer than " + LONGEST_MESSAGE + " bytes; its beginning is kept."));
                    return;
                }
            }
            frame = frames.next();
        }
    }

    private void answer() {
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            CompletableFuture<Receipt> next = answers.take();
            while (next != END) {
                byte[] answer = Acknowledgement.of(
                        next.get(), feed, clock.instant(), UUID.randomUUID().toString());
                Frames.write(out, answer);
                next = answers.take();
            }
        } catch (ExecutionException | IOException e) {
            LOG.info(
                    "A message of the feed {} was not answered: {}",
                    feed.code(),
                    e.getClass().getSimpleName());
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection of the feed {} was closed already", feed.code());
        }
    }
}
