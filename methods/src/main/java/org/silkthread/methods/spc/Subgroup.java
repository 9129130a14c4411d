package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * One period of a Shewhart chart: what was counted or measured, and out of how many.
 *
 * @param date the day, or the first day of the period; for the charts between events the day of the later event
 * @param count events, cases, days or any measurement, at most 1e300 in size; absent when the period was not measured
 * @param size the denominator: cases or exposure, not negative and at most 2^53; 1 for a single measurement
 */
public record Subgroup(LocalDate date, OptionalDouble count, double size) {

    private static final double LARGEST = 1e300;
    private static final double LARGEST_SIZE = 0x1p53;

    public Subgroup {
        if (count.isPresent() && !(Math.abs(count.getAsDouble()) <= LARGEST)) {
            throw new IllegalArgumentException(
                    "The value on " + date + " is not a number that can be charted: " + count.getAsDouble());
        }
        if (!(size >= 0 && size <= LARGEST_SIZE)) {
            throw new IllegalArgumentException(
                    "The denominator on " + date + " is not negative and at most 2^53, not " + size);
        }
    }

    /**
     * A single measurement or a plain count.
     *
     * @param date the day, or the first day of the period
     * @param value finite
     * @return the subgroup
     */
    public static Subgroup of(LocalDate date, double value) {
        return new Subgroup(date, OptionalDouble.of(value), 1);
    }

    /**
     * A share or a rate.
     *
     * @param date the day, or the first day of the period
     * @param count events
     * @param size cases or exposure; 0 makes a period without a value
     * @return the subgroup
     */
    public static Subgroup of(LocalDate date, double count, double size) {
        return new Subgroup(date, OptionalDouble.of(count), size);
    }

    /**
     * A period that should have been measured and was not.
     *
     * @param date the day, or the first day of the period
     * @return the gap
     */
    public static Subgroup missing(LocalDate date) {
        return new Subgroup(date, OptionalDouble.empty(), 0);
    }

    /** Count over size; nothing when either is missing. */
    OptionalDouble value() {
        return count.isPresent() && size > 0 ? OptionalDouble.of(count.getAsDouble() / size) : OptionalDouble.empty();
    }
}
