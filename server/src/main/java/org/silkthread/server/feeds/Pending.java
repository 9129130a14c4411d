package org.silkthread.server.feeds;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message that was read, or could not be, and is not on disk yet.
 *
 * @param refused why it cannot be read; empty if it can
 * @param read what it says, with the reader that keeps it; empty if it was refused
 * @param mends the message that it stands for
 * @param receipt completed when it is on disk, or with what went wrong there
 */
record Pending<T>(
        Incoming message,
        Envelope envelope,
        Optional<String> refused,
        Optional<Content<T>> read,
        Optional<Mending> mends,
        CompletableFuture<Receipt> receipt) {

    private static final Logger LOG = LoggerFactory.getLogger(Pending.class);

    record Content<T>(MessageReader<T> reader, T says) {}

    static <T> Pending<T> read(MessageReader<T> reader, Incoming message) {
        try {
            MessageReader.Read<T> read = reader.read(message);
            return new Pending<>(
                    message,
                    read.envelope(),
                    Optional.empty(),
                    Optional.of(new Content<>(reader, read.says())),
                    Optional.empty(),
                    new CompletableFuture<>());
        } catch (Unreadable unreadable) {
            return refused(message, unreadable.envelope(), unreadable.why());
        } catch (RuntimeException e) {
            // A fault of a reader must not end the connection: the message waits until the reader is mended.
            LOG.warn(
                    "A reader failed at a message of the feed {}",
                    message.feed().code(),
                    e);
            return refused(
                    message, Envelope.NONE, "It could not be read because of a fault of ours, which is in the log.");
        }
    }

    static <T> Pending<T> refused(Incoming message, Envelope envelope, String why) {
        return new Pending<>(
                message, envelope, Optional.of(why), Optional.empty(), Optional.empty(), new CompletableFuture<>());
    }

    Pending<T> mending(Mending other) {
        return new Pending<>(message, envelope, refused, read, Optional.of(other), receipt);
    }

    Pending<T> refusedFor(String why) {
        return new Pending<>(message, envelope, Optional.of(why), Optional.empty(), mends, receipt);
    }

    /** What the sender is told when the message is new. */
    Receipt receiptOfNew() {
        return refused.<Receipt>map(why -> new Receipt.Refused(envelope.controlId(), why))
                .orElseGet(() -> new Receipt.Taken(envelope.controlId()));
    }

    /** What the sender is told when the message was kept before. */
    Receipt receiptOfOld() {
        return refused.<Receipt>map(why -> new Receipt.Refused(envelope.controlId(), why))
                .orElseGet(() -> new Receipt.Again(envelope.controlId()));
    }
}
