package org.silkthread.methods;

import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;

/** How close a number must come to a reference. */
public final class Close {

    private Close() {}

    /** Nine digits of the expected number. */
    public static Offset<Double> to(double expected) {
        return within(1e-9 * Math.abs(expected));
    }

    /** So many units of relative precision, for numbers that should be right to the last digits. */
    public static Offset<Double> to(double expected, double relative) {
        return within(relative * Math.abs(expected));
    }
}
