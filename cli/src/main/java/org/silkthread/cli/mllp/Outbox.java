package org.silkthread.cli.mllp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The messages that have no answer yet: those that are written on this connection, and behind them those that wait. */
final class Outbox {

    private static final int NANOS_IN_MICRO = 1_000;

    /** A message on its way. */
    private static final class Entry {

        private final Sending sending;
        private long firstWritten;
        private int writings;

        private Entry(Sending sending) {
            this.sending = sending;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> written = new ArrayDeque<>();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final int window;
    private final Consumer<Delivery> deliveries;

    private boolean connected;
    private Optional<String> givenUp = Optional.empty();
    private int connections;
    private int given;
    private int writings;
    private int accepted;
    private int keptBefore;
    private int refused;
    private long[] micros = new long[1_024];
    private int answered;
    private long begun;
    private long ended;

    Outbox(int window, Consumer<Delivery> deliveries) {
        this.window = window;
        this.deliveries = deliveries;
    }

    void add(Sending sending) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (givenUp.isEmpty() && written.size() + waiting.size() >= window) {
                changed.await();
            }
            if (givenUp.isPresent()) {
                throw new IOException(givenUp.get());
            }
            if (given == 0) {
                begun = System.nanoTime();
            }
            given++;
            waiting.addLast(new Entry(sending));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A new connection: everything without an answer is written again, in its order. */
    void begin() {
        lock.lock();
        try {
            connected = true;
            connections++;
            while (!written.isEmpty()) {
                waiting.addFirst(written.removeLast());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The connection is gone. */
    void lost() {
        lock.lock();
        try {
            connected = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next frame to write; waits for one. Empty when the connection is gone. */
    Optional<byte[]> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (connected && waiting.isEmpty()) {
                changed.await();
            }
            if (!connected) {
                return Optional.empty();
            }
            Entry entry = waiting.removeFirst();
            if (entry.writings == 0) {
                entry.firstWritten = System.nanoTime();
            }
            entry.writings++;
            writings++;
            written.addLast(entry);
            return Optional.of(AnswerFrames.framed(entry.sending.message()));
        } finally {
            lock.unlock();
        }
    }

    boolean nothingWaits() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Answers come in the order of the messages; one that belongs to none of them means that the two are out of step. */
    void answer(Answer answer) throws IOException {
        lock.lock();
        try {
            Entry entry = written.peekFirst();
            if (entry == null || !entry.sending.controlId().equals(answer.controlId())) {
                throw new IOException("An answer belongs to no message that was sent");
            }
            written.removeFirst();
            ended = System.nanoTime();
            long took = ended - entry.firstWritten;
            if (answered == micros.length) {
                micros = Arrays.copyOf(micros, answered * 2);
            }
            micros[answered++] = took / NANOS_IN_MICRO;
            count(answer);
            deliveries.accept(new Delivery(entry.sending, answer, Duration.ofNanos(took), entry.writings));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void count(Answer answer) {
        if (!answer.accepted()) {
            refused++;
            return;
        }
        accepted++;
        if (!answer.words().isEmpty()) {
            keptBefore++;
        }
    }

    void giveUp(String why) {
        lock.lock();
        try {
            givenUp = Optional.of(why);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitAnswers() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (givenUp.isEmpty() && !(written.isEmpty() && waiting.isEmpty())) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether every message that was handed over is answered. */
    boolean isEmpty() {
        lock.lock();
        try {
            return written.isEmpty() && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    int answered() {
        lock.lock();
        try {
            return answered;
        } finally {
            lock.unlock();
        }
    }

    SendingReport report() {
        lock.lock();
        try {
            long[] sorted = Arrays.copyOf(micros, answered);
            Arrays.sort(sorted);
            return new SendingReport(
                    given,
                    writings,
                    accepted,
                    keptBefore,
                    refused,
                    connections,
                    Duration.ofNanos(answered == 0 ? 0 : ended - begun),
                    sorted);
        } finally {
            lock.unlock();
        }
    }
}
