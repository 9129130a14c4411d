package org.silkthread.methods.interval;

import org.silkthread.methods.numerics.Normal;

/**
 * How sure an interval is: the share of such intervals that would hold the true value.
 *
 * @param value from 0.9 to 1, the range that the public health methods of England accept
 */
public record ConfidenceLevel(double value) implements Comparable<ConfidenceLevel> {

    /** 95 %: the usual interval, and the inner limits of a funnel. */
    public static final ConfidenceLevel P95 = new ConfidenceLevel(0.95);

    /** 99.8 %: three standard errors, and the outer limits of a funnel. */
    public static final ConfidenceLevel P99_8 = new ConfidenceLevel(0.998);

    public ConfidenceLevel {
        if (!(value >= 0.9 && value <= 1)) {
            throw new IllegalArgumentException(
                    "A confidence level lies between 0.9 and 1 (or 90 and 100 per cent), not " + value);
        }
    }

    /**
     * Reads a level written as a share (0.95) or as a percentage (95).
     *
     * @param level 0.9 to 1, or 90 to 100
     * @return the level
     * @throws IllegalArgumentException when it is neither
     */
    public static ConfidenceLevel of(double level) {
        return new ConfidenceLevel(level >= 90 ? level / 100 : level);
    }

    /**
     * The probability left beyond each limit, (1 - level) / 2.
     *
     * @return from 0 to 0.05
     */
    public double tail() {
        return (1 - value) / 2;
    }

    /**
     * The standard normal quantile that leaves {@link #tail()} above it: 1.96 for 95 %.
     *
     * @return standard errors, at least 1.64
     * @throws IllegalArgumentException at 100 %, where no finite number of standard errors is enough
     */
    public double z() {
        requireBelowCertainty();
        return Normal.upperQuantile(tail());
    }

    /** Intervals of counts have no finite upper limit at 100 %. */
    void requireBelowCertainty() {
        if (value == 1) {
            throw new IllegalArgumentException("An interval that is right every time has no finite limits");
        }
    }

    @Override
    public int compareTo(ConfidenceLevel other) {
        return Double.compare(value, other.value);
    }
}
