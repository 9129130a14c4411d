package org.silkthread.methods.funnel;

/**
 * One unit's counts, or a part of them: several rows of one group are added up.
 *
 * @param group the unit that is compared: a trust, a practice
 * @param numerator events, not negative and at most 2^53; need not be whole
 * @param denominator cases, not negative and at most 2^53
 */
public record FunnelUnit(String group, double numerator, double denominator) {

    private static final double LARGEST_COUNT = 0x1p53;

    public FunnelUnit {
        requireCount("numerator", group, numerator);
        requireCount("denominator", group, denominator);
    }

    /** Numerator over denominator, which must be above 0. */
    double value() {
        return numerator / denominator;
    }

    private static void requireCount(String what, String group, double count) {
        if (!(count >= 0 && count <= LARGEST_COUNT)) {
            throw new IllegalArgumentException(
                    "The " + what + " of " + group + " is not negative and at most 2^53, not " + count);
        }
    }
}
