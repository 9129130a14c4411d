package org.silkthread.bench.feeds;

import java.util.Arrays;
import java.util.List;
import org.silkthread.bench.report.Cell;

/** Lengths of time that were measured. */
final class Lengths {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1_024];
    private int many;

    synchronized void add(long length) {
        if (many == nanos.length) {
            nanos = Arrays.copyOf(nanos, many * 2);
        }
        nanos[many++] = length;
    }

    synchronized int many() {
        return many;
    }

    /** Milliseconds in the middle, at most for 95 in 100, and for 99. */
    synchronized List<Cell> cells() {
        if (many == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, many);
        Arrays.sort(sorted);
        return List.of(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static Cell at(long[] sorted, double share) {
        return Cell.of(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / NANOS_PER_MILLI);
    }
}
