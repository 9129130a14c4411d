package org.silkthread.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.silkthread.server.audit.store.AuditChain.Pending;

/**
 * Lets those who only read share the wait for the disk. The chain has one end, so entries come one after the other; whoever
 * is first in line writes what all behind them have queued by then, in one transaction, and each returns when its own entry
 * is on disk. One caller alone waits for one commit, as before; many wait for about two.
 */
final class SharedCommits {

    private static final int AT_ONCE = 500;

    private final Consumer<List<Pending>> writer;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Lock line = new ReentrantLock();

    /**
     * @param writer appends entries in one transaction of their own
     */
    SharedCommits(Consumer<List<Pending>> writer) {
        this.writer = writer;
    }

    /** An event that somebody waits for. Its fields are read and written in line only. */
    private static final class Waiting {

        private final Pending event;
        private boolean over;
        private Optional<RuntimeException> failure = Optional.empty();

        Waiting(Pending event) {
            this.event = event;
        }
    }

    /**
     * Returns when the event is on disk.
     *
     * @throws IllegalStateException if the event, or one that was written with it, could not be kept; the cause is what the
     *     database said
     */
    void write(Pending event) {
        Waiting mine = new Waiting(event);
        queue.add(mine);
        line.lock();
        try {
            while (!mine.over) {
                writeTogether();
            }
        } finally {
            line.unlock();
        }
        mine.failure.ifPresent(failure -> {
            throw new IllegalStateException("The record of accesses could not be written", failure);
        });
    }

    private void writeTogether() {
        List<Waiting> together = new ArrayList<>();
        while (together.size() < AT_ONCE && !queue.isEmpty()) {
            together.add(queue.remove());
        }
        Optional<RuntimeException> failure = Optional.empty();
        try {
            writer.accept(together.stream().map(waiting -> waiting.event).toList());
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
        for (Waiting waiting : together) {
            waiting.failure = failure;
            waiting.over = true;
        }
    }
}
