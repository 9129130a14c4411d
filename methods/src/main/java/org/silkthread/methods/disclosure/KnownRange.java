package org.silkthread.methods.disclosure;

/**
 * What can be known of a count: that it lies between two whole numbers, both included.
 *
 * @param low the lowest it can be, not negative
 * @param high the highest it can be, not below the lowest; {@link #OPEN} when there is no limit
 */
public record KnownRange(long low, long high) {

    /** No upper limit. */
    public static final long OPEN = Long.MAX_VALUE;

    /** Checks the order. */
    public KnownRange {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("A range of counts runs upwards from 0 or more: " + low + " to " + high);
        }
    }

    /** A count that is known. */
    public static KnownRange only(long count) {
        return new KnownRange(count, count);
    }

    /** A count of at least this. */
    public static KnownRange from(long low) {
        return new KnownRange(low, OPEN);
    }

    /** Whether the count is known. */
    public boolean isKnown() {
        return low == high;
    }

    /** Whether every count of another range lies in this one. */
    public boolean contains(KnownRange other) {
        return low <= other.low && other.high <= high;
    }
}
