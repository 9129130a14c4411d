package org.silkthread.bench.readers;

/** What a crowd of readers saw. */
public final class Load {

    private final double[] sorted;
    private final long errors;
    private final long bytes;
    private final double elapsedSeconds;

    /**
     * @param sorted seconds that each reply took, smallest first
     * @param errors replies that were not 200, or did not come
     * @param bytes of all bodies, as they went over the wire
     */
    Load(double[] sorted, long errors, long bytes, double elapsedSeconds) {
        this.sorted = sorted.clone();
        this.errors = errors;
        this.bytes = bytes;
        this.elapsedSeconds = elapsedSeconds;
    }

    public long requests() {
        return sorted.length;
    }

    public long errors() {
        return errors;
    }

    public double requestsPerSecond() {
        return sorted.length / elapsedSeconds;
    }

    public double kibibytesPerReply() {
        return sorted.length == 0 ? 0 : bytes / 1024.0 / sorted.length;
    }

    /**
     * The time within which this share of replies came, in milliseconds: the smallest measured time that at least this
     * share did not exceed.
     *
     * @param share above 0, at most 1
     */
    public double millisecondsAt(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] * 1e3;
    }
}
