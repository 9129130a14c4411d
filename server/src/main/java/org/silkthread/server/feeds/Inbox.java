package org.silkthread.server.feeds;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.feeds.store.MessageTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where messages are kept. Those that come at the same time share one transaction, so that many feeds wait for the disk
 * together; a message is acknowledged when that transaction is committed. When the disk is slower than the senders, the
 * queue fills, {@link #receive} waits, and with it the sender: nothing is dropped.
 */
@Component
public class Inbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    /** The class of SQL states about values, such as a date before all dates. */
    private static final String BAD_DATA = "22";

    /** The classes about lost connections, a database that stops, and one that has no room. */
    private static final Set<String> AWAY = Set.of("08", "57P", "53");

    private static final int WAITING = 4_000;
    private static final int TOGETHER = 500;

    private final Readers readers;
    private final MessageTable table;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile Thread writer = new Thread();

    Inbox(Readers readers, MessageTable table, TransactionTemplate transaction, Clock clock) {
        this.readers = readers;
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes in a message. Waits while the queue is full.
     *
     * @return what became of it, completed when it is on disk; with a {@link DataAccessException} if it could not be kept
     *     and the sender has to send it again
     * @throws InterruptedException if the thread is interrupted while it waits; the message is not kept
     */
    public CompletableFuture<Receipt> receive(Feed feed, byte[] content) throws InterruptedException {
        return put(readers.read(new Incoming(feed, content.clone(), clock.instant())));
    }

    /** Takes in what cannot even be given to a reader, such as a frame that is too long. */
    public CompletableFuture<Receipt> refuse(Feed feed, byte[] content, String why) throws InterruptedException {
        return put(Pending.refused(new Incoming(feed, content.clone(), clock.instant()), Envelope.NONE, why));
    }

    /** Takes in the mended text of a refused message. */
    CompletableFuture<Receipt> mend(Feed feed, byte[] content, Mending mending) throws InterruptedException {
        return put(readers.read(new Incoming(feed, content.clone(), clock.instant()))
                .mending(mending));
    }

    private CompletableFuture<Receipt> put(Pending<?> pending) throws InterruptedException {
        queue.put(pending);
        return pending.receipt();
    }

    private void writeUntilStopped() {
        List<Pending<?>> together = new ArrayList<>();
        try {
            while (true) {
                together.add(queue.take());
                queue.drainTo(together, TOGETHER - 1);
                write(together);
                together.clear();
            }
        } catch (InterruptedException e) {
            queue.drainTo(together);
            IllegalStateException stopped = new IllegalStateException("The server stops", e);
            together.forEach(pending -> pending.receipt().completeExceptionally(stopped));
            Thread.currentThread().interrupt();
        }
    }

    /** One message that the database does not take must not hold up the others; but while it is away it takes none. */
    private void write(List<Pending<?>> together) {
        try {
            keep(together);
        } catch (RuntimeException e) {
            if (isAway(e)) {
                LOG.warn(
                        "{} messages could not be kept, because the database is away; their senders are not told that"
                                + " they were",
                        together.size());
                together.forEach(pending -> pending.receipt().completeExceptionally(e));
            } else if (together.size() == 1) {
                writeAlone(together.getFirst(), e);
            } else {
                together.forEach(pending -> write(List.of(pending)));
            }
        }
    }

    private static boolean isAway(RuntimeException failure) {
        String state = sqlState(failure);
        return failure instanceof CannotCreateTransactionException
                || AWAY.stream().anyMatch(state::startsWith);
    }

    /** What the database will never take is kept for a person; all else may succeed when it is sent again. */
    private void writeAlone(Pending<?> pending, RuntimeException failure) {
        String state = sqlState(failure);
        if (state.startsWith(BAD_DATA) && pending.refused().isEmpty()) {
            write(List.of(pending.refusedFor("It says something that cannot be kept (SQL state " + state + ").")));
        } else {
            LOG.warn("A message could not be kept (SQL state {}); its sender is not told that it was", state);
            pending.receipt().completeExceptionally(failure);
        }
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private void keep(List<Pending<?>> together) {
        List<Receipt> receipts = DataScope.asSystem(
                "keeping messages of feeds", () -> transaction.execute(status -> keepInTransaction(together)));
        for (int i = 0; i < together.size(); i++) {
            together.get(i).receipt().complete(receipts.get(i));
        }
    }

    private List<Receipt> keepInTransaction(List<Pending<?>> together) {
        List<MessageTable.Row> rows = together.stream().map(Inbox::row).toList();
        Map<MessageTable.Name, Long> ids = table.add(rows);
        List<Receipt> receipts = new ArrayList<>();
        Map<MessageReader<?>, Batch<?>> batches = new LinkedHashMap<>();
        for (int i = 0; i < together.size(); i++) {
            int place = i;
            Pending<?> pending = together.get(i);
            // Two of the same in one go: the first is new, the second finds it taken.
            Long id = ids.remove(rows.get(i).name());
            receipts.add(id == null ? pending.receiptOfOld() : pending.receiptOfNew());
            if (id != null) {
                Batch.add(batches, id, pending);
            }
            if (pending.refused().isEmpty()) {
                pending.mends()
                        .ifPresent(mending ->
                                table.mended(mending.refused(), rows.get(place).name(), clock.instant(), mending.by()));
            }
        }
        batches.values().forEach(Batch::keep);
        return receipts;
    }

    private static MessageTable.Row row(Pending<?> pending) {
        Incoming message = pending.message();
        return new MessageTable.Row(
                new MessageTable.Name(message.feed().code(), pending.envelope().controlId(), message.digest()),
                message.feed().organisation(),
                message.receivedAt(),
                pending.envelope().kind(),
                pending.envelope().sentAt(),
                message.content(),
                pending.refused(),
                pending.mends().map(Mending::refused));
    }

    /** What one reader keeps of a transaction. */
    private record Batch<T>(MessageReader<T> reader, List<MessageReader.Kept<T>> kept) {

        static <T> void add(Map<MessageReader<?>, Batch<?>> batches, long id, Pending<T> pending) {
            pending.read().ifPresent(content -> {
                @SuppressWarnings("unchecked") // A reader's batch is made here alone, with the reader's own type.
                Batch<T> batch = (Batch<T>) batches.computeIfAbsent(
                        content.reader(), reader -> new Batch<>(content.reader(), new ArrayList<>()));
                batch.kept().add(new MessageReader.Kept<>(id, pending.message(), pending.envelope(), content.says()));
            });
        }

        void keep() {
            reader.keep(kept);
        }
    }

    /** Before those who bring messages, and after them at the end. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
        writer = Thread.ofPlatform().name("feeds-inbox").start(this::writeUntilStopped);
    }

    @Override
    public void stop() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer.isAlive();
    }
}
