package org.silkthread.server.disclosure;

/**
 * What anybody who knows the published count and these rules can say about the count behind it.
 *
 * @param low the lowest it can be, not negative
 * @param high the highest it can be, not below the lowest
 */
public record CountRange(long low, long high) {

    public CountRange {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("A range of counts runs upwards from 0 or more: " + low + " to " + high);
        }
    }

    /** A count that is known. */
    public static CountRange only(long count) {
        return new CountRange(count, count);
    }

    /** How far the highest is above the lowest; 0 when the count is known. */
    public long width() {
        return high - low;
    }

    public boolean contains(long count) {
        return low <= count && count <= high;
    }
}
