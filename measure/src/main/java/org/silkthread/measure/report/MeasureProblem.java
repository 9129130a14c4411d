package org.silkthread.measure.report;

/**
 * Something in a Measure that is missing, unknown or contradictory. The measure is used as far as it goes; the problem is
 * shown beside its results.
 *
 * @param where the element, such as {@code group Group_1, population Numerator_1}
 * @param message what is wrong and what is done about it, in words
 */
public record MeasureProblem(String where, String message) {

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
