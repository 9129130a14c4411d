package org.silkthread.methods.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Areas in bands of equal size by a value: quintiles, deciles and so on.
 *
 * <p>Method: Public Health England, "Technical guide: assigning deprivation categories" (2018): of m values, the one of rank
 * r (ties share the best rank) is in band k + 1 - ⌈(m + 1 - r) k / m⌉ of k.
 */
public final class QuantileBands {

    /** Which end band 1 is. */
    public enum First {
        /** Band 1 holds the highest values, as the most deprived areas have the highest scores. */
        HIGHEST,
        /** Band 1 holds the lowest values. */
        LOWEST
    }

    private QuantileBands() {}

    /**
     * The band of each value.
     *
     * @param values finite, or nothing for an area without a value
     * @param bands how many, at least 2
     * @param first which end band 1 is
     * @return for each value its band from 1; nothing for areas without a value, and nothing at all when there are fewer
     *     values than bands
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static List<OptionalInt> of(List<OptionalDouble> values, int bands, First first) {
        if (bands < 2) {
            throw new IllegalArgumentException("There are at least two bands, not " + bands);
        }
        double sign = first == First.HIGHEST ? -1 : 1;
        double[] ordered = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(value -> sign * finite(value.getAsDouble()))
                .sorted()
                .toArray();
        List<OptionalInt> found = new ArrayList<>();
        for (OptionalDouble value : values) {
            found.add(
                    value.isEmpty() || ordered.length < bands
                            ? OptionalInt.empty()
                            : OptionalInt.of(band(rank(ordered, sign * value.getAsDouble()), ordered.length, bands)));
        }
        return found;
    }

    /** In whole numbers, so that no rounding moves an area over the edge of a band. */
    private static int band(int rank, int values, int bands) {
        return bands + 1 - Math.toIntExact(Math.ceilDiv((values + 1L - rank) * bands, (long) values));
    }

    /** One more than how many are smaller. */
    private static int rank(double[] ordered, double value) {
        int place = Arrays.binarySearch(ordered, value);
        while (place > 0 && ordered[place - 1] == value) {
            place--;
        }
        return place + 1;
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A value is finite, not " + value);
        }
        // Zero has two signs, which would otherwise have two ranks.
        return value + 0.0;
    }
}
