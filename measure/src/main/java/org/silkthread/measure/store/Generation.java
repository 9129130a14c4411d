package org.silkthread.measure.store;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What one load brought: segments, each with a range of the patient order; together all of it.
 *
 * @param number counts loads from 1; the content of a higher one replaces that of a lower one
 * @param segments by range, a range without content has none
 */
record Generation(int number, List<Ranged> segments) {

    /** A segment with the range that it covers, of so many equal ones. */
    record Ranged(Segment segment, int range, int ranges) {

        /** The lowest hash of a range; the range after the last has none. */
        static long lowest(int range, int ranges) {
            return BigInteger.valueOf(range)
                    .shiftLeft(Long.SIZE)
                    .add(BigInteger.valueOf(ranges - 1L))
                    .divide(BigInteger.valueOf(ranges))
                    .longValue();
        }

        /** Whether it may have hashes of another range. */
        boolean touches(int otherRange, int otherRanges) {
            return (long) range * otherRanges < (otherRange + 1L) * ranges
                    && (long) otherRange * ranges < (range + 1L) * otherRanges;
        }
    }

    /** The segment that would have a hash; empty when this load brought nothing there. */
    Optional<Segment> segment(long hash) {
        int low = 0;
        int high = segments.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            Ranged ranged = segments.get(middle);
            int range = Keys.range(hash, ranged.ranges());
            if (range == ranged.range()) {
                return Optional.of(ranged.segment());
            } else if (range > ranged.range()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
