package org.silkthread.methods.funnel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.silkthread.methods.numerics.SampleQuantile;

/**
 * How much more units differ than chance alone would make them, and the variance between units that explains it.
 *
 * <p>Source: Spiegelhalter D and others, "Statistical methods for healthcare regulation: rating, screening and
 * surveillance", Journal of the Royal Statistical Society A 175 (2012) 1-47; DerSimonian R, Laird N, "Meta-analysis in
 * clinical trials", Controlled Clinical Trials 7 (1986) 177-188.
 *
 * @param phi mean square of the z scores once the ends are treated; about 1 when only chance is at work
 * @param tau2 variance between units on the transformed scale, not negative
 * @param units how many units it rests on
 */
public record Overdispersion(double phi, double tau2, int units) {

    /** The share of units at each end that is drawn in or left out. */
    private static final double SHARE = 0.1;

    private static final int TENTHS = 10;

    /**
     * Whether limits need widening.
     *
     * @return true when phi is above 1
     */
    public boolean isPresent() {
        return phi > 1;
    }

    /**
     * Estimates it from the z scores of units: phi is their mean square, tau2 = (n phi - (n - 1)) / (Σw - Σw²/Σw) with w =
     * 1/s², 0 if negative.
     */
    static Overdispersion of(FunnelScale scale, List<FunnelUnit> units, FunnelMethod.Tails tails) {
        double[] scores = units.stream().mapToDouble(scale::z).toArray();
        double[] errors = units.stream().mapToDouble(scale::standardError).toArray();
        return switch (tails) {
            case KEPT -> of(sumOfSquares(scores), errors);
            case WINSORISED -> winsorised(scores, errors);
            case TRUNCATED -> truncated(units.stream().mapToDouble(scale::rank).toArray(), scores, errors);
        };
    }

    /**
     * Estimates it with the z scores beyond the 10th and 90th percentile drawn in to those, so that the outliers that
     * are looked for do not hide themselves.
     *
     * @param scores z score of each unit, at least one
     * @param standardErrors s of each unit, above 0
     * @return phi and tau2; for one unit tau2 is 0, because there is nothing between
     */
    static Overdispersion winsorised(double[] scores, double[] standardErrors) {
        double low = SampleQuantile.of(scores, SHARE);
        double high = SampleQuantile.of(scores, 1 - SHARE);
        double[] drawnIn = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            drawnIn[i] = Math.min(high, Math.max(low, scores[i]));
        }
        return of(sumOfSquares(drawnIn), standardErrors);
    }

    /** Estimates it without the units in the lowest and the highest tenth of ranks, ties sharing their mean rank. */
    private static Overdispersion truncated(double[] ranked, double[] scores, double[] standardErrors) {
        double[] ranks = meanRanks(ranked);
        double[] keptScores = new double[scores.length];
        double[] keptErrors = new double[scores.length];
        int kept = 0;
        for (int i = 0; i < scores.length; i++) {
            double tenth = Math.floor(ranks[i] * TENTHS / (scores.length + 1));
            if (tenth > 0 && tenth < TENTHS - 1) {
                keptScores[kept] = scores[i];
                keptErrors[kept] = standardErrors[i];
                kept++;
            }
        }
        return of(sumOfSquares(Arrays.copyOf(keptScores, kept)), Arrays.copyOf(keptErrors, kept));
    }

    private static double[] meanRanks(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double[] ranks = new double[scores.length];
        int start = 0;
        for (int end = 1; end <= order.length; end++) {
            if (end == order.length || scores[order[end]] != scores[order[start]]) {
                for (int i = start; i < end; i++) {
                    ranks[order[i]] = (start + 1 + end) / 2.0;
                }
                start = end;
            }
        }
        return ranks;
    }

    private static double sumOfSquares(double[] scores) {
        double squares = 0;
        for (double score : scores) {
            squares += score * score;
        }
        return squares;
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
        return new Overdispersion(units == 0 ? 0 : sumOfSquares / units, tau2, units);
    }
}
