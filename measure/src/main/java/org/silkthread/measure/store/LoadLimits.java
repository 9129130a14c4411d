package org.silkthread.measure.store;

/**
 * How much a load holds at a time.
 *
 * @param rangeBytes of rows that are sorted at a time; several times as much memory is in use for it, by each thread
 * @param checkpointBytes of JSON after which it is noted how far reading has come; a load that is stopped reads at most so
 *     much again
 */
record LoadLimits(long rangeBytes, long checkpointBytes) {

    static final LoadLimits DEFAULT = new LoadLimits(48L << 20, 256L << 20);
}
