package org.silkthread.bench.readers;

import java.util.Arrays;

/** What one reader or several saw; for one thread at a time. */
final class Tally {

    private double[] seconds = new double[1_024];
    private int replies;
    private long errors;
    private long bytes;

    /** A reply, or the lack of one. */
    void add(double secondsTaken, long bytesRead, boolean good) {
        if (replies == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * replies);
        }
        seconds[replies] = secondsTaken;
        replies++;
        bytes += bytesRead;
        errors += good ? 0 : 1;
    }

    /** Adds what another saw. */
    void add(Tally other) {
        int together = replies + other.replies;
        seconds = Arrays.copyOf(seconds, Math.max(seconds.length, together));
        System.arraycopy(other.seconds, 0, seconds, replies, other.replies);
        replies = together;
        errors += other.errors;
        bytes += other.bytes;
    }

    /** Sums it up. */
    Load over(double elapsedSeconds) {
        double[] sorted = Arrays.copyOf(seconds, replies);
        Arrays.sort(sorted);
        return new Load(sorted, errors, bytes, elapsedSeconds);
    }
}
