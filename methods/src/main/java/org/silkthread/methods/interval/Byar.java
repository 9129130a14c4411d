package org.silkthread.methods.interval;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Byar's approximate interval of a Poisson count.
 *
 * <p>Source: Breslow NE, Day NE, "Statistical methods in cancer research, volume II", IARC 1987, page 69. It is very
 * close to the exact limits from about 10 events; below that use {@link ExactPoisson}, or {@link CrudeRate}, which
 * chooses.
 */
public final class Byar {

    /** Beyond this a double no longer holds every whole number, so nothing is counted by it. */
    static final double LARGEST_COUNT = 0x1p53;

    private Byar() {}

    /**
     * The lower limit, x (1 - 1/(9x) - z/(3√x))³.
     *
     * @param count events, from 0 to 2^53; need not be whole
     * @param level below 100 %
     * @return the limit, 0 for no events, or nothing when the approximation falls below zero and so has broken down
     *     (one event at 99.8 %, for instance)
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static OptionalDouble lower(double count, ConfidenceLevel level) {
        requireCount(count);
        double z = level.z();
        if (count == 0) {
            return OptionalDouble.of(0);
        }
        double root = 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count));
        return root < 0 ? OptionalDouble.empty() : OptionalDouble.of(count * root * root * root);
    }

    /**
     * The upper limit, (x + 1) (1 - 1/(9(x + 1)) + z/(3√(x + 1)))³.
     *
     * @param count events, from 0 to 2^53; need not be whole
     * @param level below 100 %
     * @return the limit, above the count
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static double upper(double count, ConfidenceLevel level) {
        requireCount(count);
        double next = count + 1;
        double root = 1 - 1 / (9 * next) + level.z() / (3 * Math.sqrt(next));
        return next * root * root * root;
    }

    /**
     * Both limits.
     *
     * @param count events, from 0 to 2^53; need not be whole
     * @param level below 100 %
     * @return the interval, or nothing when the lower limit breaks down
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static Optional<Interval> interval(double count, ConfidenceLevel level) {
        OptionalDouble lower = lower(count, level);
        return lower.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interval(lower.getAsDouble(), upper(count, level), level));
    }

    static void requireCount(double count) {
        if (!(count >= 0 && count <= LARGEST_COUNT)) {
            throw new IllegalArgumentException("A count is not negative and at most 2^53, not " + count);
        }
    }
}
