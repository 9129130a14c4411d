package org.silkthread.measure.store;

/**
 * How much a load holds at a time.
 *
 * @param rangeBytes of rows that are sorted at a time; several times as much memory is in use for it, by each thread
 * @param checkpointBytes of JSON after which it is noted how far reading has come; a load that is stopped reads at most so
 *     much again
 */
record LoadLimits(long rangeBytes, long checkpointBytes) {

    /** Memory that a range takes for each byte of its rows, about: rows, their places, and the segment. */
    private static final int BYTES_FOR_A_BYTE = 3;

    static final LoadLimits DEFAULT = new LoadLimits(48L << 20, 256L << 20);

    /** How many of so many threads may each sort a range, so that all fit into the memory of the process. */
    int rangesAtATime(int threads) {
        return (int) Math.clamp(Runtime.getRuntime().maxMemory() / (BYTES_FOR_A_BYTE * rangeBytes), 1, threads);
    }
}
