package org.silkthread.methods.numerics;

import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution: mean 0, standard deviation 1. */
public final class Normal {

    private static final double SQRT_2 = Math.sqrt(2);

    private Normal() {}

    /**
     * The value that a standard normal variable exceeds with the given probability: z = √2 erfc⁻¹(2q).
     *
     * <p>The tail is asked for, and not the lower probability 1 - q, because a small q keeps all its digits.
     *
     * @param tail the upper tail probability q, strictly between 0 and 1
     * @return z, positive when the tail is below one half
     * @throws IllegalArgumentException when the tail is not strictly between 0 and 1
     * @see <a href="https://dlmf.nist.gov/7.17">DLMF 7.17, inverse error functions</a>
     */
    public static double upperQuantile(double tail) {
        if (!(tail > 0 && tail < 1)) {
            throw new IllegalArgumentException("A tail probability lies strictly between 0 and 1, not " + tail);
        }
        return SQRT_2 * InverseErfc.value(2 * tail);
    }
}
