package org.silkthread.methods.funnel;

import org.silkthread.methods.numerics.SampleQuantile;

/**
 * How much more units differ than chance alone would make them, and the variance between units that explains it.
 *
 * <p>Source: Spiegelhalter D and others, "Statistical methods for healthcare regulation: rating, screening and
 * surveillance", Journal of the Royal Statistical Society A 175 (2012) 1-47; DerSimonian R, Laird N, "Meta-analysis in
 * clinical trials", Controlled Clinical Trials 7 (1986) 177-188.
 *
 * @param phi mean square of the (winsorised) z scores; about 1 when only chance is at work
 * @param tau2 variance between units on the transformed scale, not negative
 * @param units how many units it rests on
 */
public record Overdispersion(double phi, double tau2, int units) {

    /** The share of units at each end whose z scores are drawn in. */
    private static final double WINSORISED_SHARE = 0.1;

    /**
     * Whether limits need widening.
     *
     * @return true when phi is above 1
     */
    public boolean isPresent() {
        return phi > 1;
    }

    /**
     * Estimates it with the z scores beyond the 10th and 90th percentile drawn in to those, so that the outliers that
     * are looked for do not hide themselves. tau2 = (I phi - (I - 1)) / (Σw - Σw²/Σw) with w = 1/s², 0 if negative.
     *
     * @param scores z score of each unit, at least one
     * @param standardErrors s of each unit, above 0
     * @return phi and tau2; for one unit tau2 is 0, because there is nothing between
     */
    static Overdispersion winsorised(double[] scores, double[] standardErrors) {
        double low = SampleQuantile.of(scores, WINSORISED_SHARE);
        double high = SampleQuantile.of(scores, 1 - WINSORISED_SHARE);
        double squares = 0;
        for (double score : scores) {
            double drawnIn = Math.min(high, Math.max(low, score));
            squares += drawnIn * drawnIn;
        }
        return of(squares, standardErrors);
    }

    private static Overdispersion of(double sumOfSquares, double[] standardErrors) {
        int units = standardErrors.length;
        double weights = 0;
        double squaredWeights = 0;
        for (double s : standardErrors) {
            double weight = 1 / (s * s);
            weights += weight;
            squaredWeights += weight * weight;
        }
        double excess = sumOfSquares - (units - 1);
        double tau2 = units < 2 ? 0 : Math.max(0, excess / (weights - squaredWeights / weights));
        return new Overdispersion(sumOfSquares / units, tau2, units);
    }
}
