package org.silkthread.methods.interval;

/**
 * Wilson's score interval of a proportion, which stays within 0 and 1 and needs no special case at either end.
 *
 * <p>Source: Wilson EB, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927) 209-212, in the form of Newcombe and Altman, "Statistics with confidence", 2000:
 * (2x + z² ∓ z √(z² + 4x(1 - x/n))) / (2(n + z²)).
 */
public final class Wilson {

    private Wilson() {}

    /**
     * The interval of x out of n.
     *
     * @param numerator x, from 0 to n; need not be whole, for weighted counts
     * @param denominator n, above 0 and at most 2^53
     * @param level how sure; at 100 % the interval is 0 to 1
     * @return limits within 0 and 1 that hold x/n
     * @throws IllegalArgumentException when x or n is out of range
     */
    public static Interval interval(double numerator, double denominator, ConfidenceLevel level) {
        requireProportion(numerator, denominator);
        if (level.value() == 1) {
            return new Interval(0, 1, level);
        }
        double share = numerator / denominator;
        double z2 = level.z() * level.z();
        double larger = 2 * numerator
                + z2
                + level.z() * Math.sqrt(z2 + 4 * numerator * ((denominator - numerator) / denominator));
        // The roots multiply to x² / (n (n + z²)), so the smaller follows from the larger without a difference of
        // nearly equal numbers. Rounding never puts the share itself outside.
        double lower = Math.min(share, 2 * numerator * share / larger);
        double upper = numerator == denominator ? 1 : Math.min(1, larger / (2 * (denominator + z2)));
        return new Interval(lower, Math.max(share, upper), level);
    }

    static void requireProportion(double numerator, double denominator) {
        if (!(denominator > 0 && denominator <= Byar.LARGEST_COUNT)) {
            throw new IllegalArgumentException("The denominator is above zero and at most 2^53, not " + denominator);
        }
        if (!(numerator >= 0 && numerator <= denominator)) {
            throw new IllegalArgumentException(
                    "The numerator lies between zero and the denominator " + denominator + ", not " + numerator);
        }
    }
}
