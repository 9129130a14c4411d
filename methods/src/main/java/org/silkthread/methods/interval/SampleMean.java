package org.silkthread.methods.interval;

import java.util.Optional;
import org.apache.commons.numbers.core.Sum;
import org.silkthread.methods.numerics.Mean;
import org.silkthread.methods.numerics.StudentT;

/**
 * The mean of a sample and Student's t interval: mean ± t(n - 1) s / √n.
 *
 * <p>Source: Student, "The probable error of a mean", Biometrika 6 (1908) 1-25; Public Health England, "Technical guide:
 * confidence intervals" (2018).
 *
 * @param count how many values, at least 1
 * @param value their mean
 * @param deviation their standard deviation with n - 1 below the line; 0 for one value
 */
public record SampleMean(int count, double value, double deviation) {

    public SampleMean {
        if (count < 1 || !Double.isFinite(value) || !(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("A mean of at least one value is finite and its deviation not negative: "
                    + value + " and " + deviation + " of " + count);
        }
    }

    /**
     * The mean of values.
     *
     * @param values finite, in any order
     * @return nothing for no values
     * @throws IllegalArgumentException when the values are too large for their mean to be a number
     */
    public static Optional<SampleMean> of(double... values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        double mean = Mean.of(values, values.length);
        Sum squares = Sum.create();
        for (double value : values) {
            squares.addProduct(value - mean, value - mean);
        }
        double variance = values.length == 1 ? 0 : squares.getAsDouble() / (values.length - 1);
        return Optional.of(new SampleMean(values.length, mean, Math.sqrt(variance)));
    }

    /**
     * The interval of the mean.
     *
     * @param level below 100 %
     * @return nothing for one value, which says nothing about how much values differ; the mean itself, twice, when all
     *     values are equal
     * @throws IllegalArgumentException at 100 %
     */
    public Optional<Interval> interval(ConfidenceLevel level) {
        level.requireBelowCertainty();
        if (count == 1) {
            return Optional.empty();
        }
        double half = StudentT.upperQuantile(level.tail(), count - 1.0) * deviation / Math.sqrt(count);
        return Optional.of(new Interval(value - half, value + half, level));
    }

    /**
     * The formula behind {@link #interval}.
     *
     * @return always Student's
     */
    public IntervalMethod method() {
        return IntervalMethod.STUDENT_T;
    }
}
