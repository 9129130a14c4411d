package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * One period's value of a measure, or the fact that it is missing.
 *
 * @param date the day, or the first day of the period
 * @param value in the units of the measure, finite and at most 1e300 in size; absent when the period was not measured
 */
public record Observation(LocalDate date, OptionalDouble value) {

    /** Values above this would overflow when ranges are summed. */
    private static final double LARGEST = 1e300;

    public Observation {
        if (value.isPresent() && !(Math.abs(value.getAsDouble()) <= LARGEST)) {
            throw new IllegalArgumentException(
                    "The value on " + date + " is not a number that can be charted: " + value.getAsDouble());
        }
    }

    /**
     * A measured period.
     *
     * @param date the day, or the first day of the period
     * @param value finite
     * @return the observation
     * @throws IllegalArgumentException when the value is not finite
     */
    public static Observation of(LocalDate date, double value) {
        return new Observation(date, OptionalDouble.of(value));
    }

    /**
     * A period that should have been measured and was not.
     *
     * @param date the day, or the first day of the period
     * @return the gap
     */
    public static Observation missing(LocalDate date) {
        return new Observation(date, OptionalDouble.empty());
    }
}
