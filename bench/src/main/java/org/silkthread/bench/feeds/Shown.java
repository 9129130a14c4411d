package org.silkthread.bench.feeds;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;

/** How far one screen has come: which of the arrivals it shows already. */
final class Shown implements LongConsumer {

    /** Counts are shown to the nearest 5, so the third of five makes the next one appear. */
    private static final int STEP = 5;

    private static final int ROUNDS_UP = 2;

    private final AtomicLongArray due;
    private final long before;
    private final Lengths seen;
    private long last;

    /**
     * @param due when each arrival was due, from 1; at 0 how many there are, once they are all sent
     * @param before how many people were there before the first of them
     */
    Shown(AtomicLongArray due, long before, Lengths seen) {
        this.due = due;
        this.before = before;
        this.seen = seen;
        this.last = 0;
    }

    @Override
    public synchronized void accept(long people) {
        long now = System.nanoTime();
        for (long count = Math.max(last, STEP) + STEP; count <= people; count += STEP) {
            long arrival = count - ROUNDS_UP - before;
            if (arrival >= 1 && arrival < due.length()) {
                seen.add(now - due.get((int) arrival));
            }
        }
        last = Math.max(last, people);
        notifyAll();
    }

    /** Waits until all arrivals are shown that change what is shown. */
    synchronized void awaitLast(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long all = before + due.get(0);
        while (last < all - ROUNDS_UP) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException("A screen shows " + last + " of " + all + " people after " + atMost);
            }
            wait(left);
        }
    }
}
