package org.silkthread.methods.inequality;

import java.util.List;

/**
 * A weighted least-squares line through the quantiles of a population, as weights of their values: intercept and slope are
 * sums of values times these.
 *
 * @param ofIntercept weights
 * @param ofSlope weights
 */
record Line(double[] ofIntercept, double[] ofSlope) {

    /** The line whose points stand at the middle of each quantile's share of the population, weighted by that share. */
    static Line through(List<QuantileValue> quantiles) {
        double total = quantiles.stream().mapToDouble(QuantileValue::population).sum();
        int points = quantiles.size();
        double[] share = new double[points];
        double[] place = new double[points];
        double before = 0;
        double mean = 0;
        for (int i = 0; i < points; i++) {
            share[i] = quantiles.get(i).population() / total;
            place[i] = before + share[i] / 2;
            before += share[i];
            mean += share[i] * place[i];
        }
        double spread = 0;
        for (int i = 0; i < points; i++) {
            spread += share[i] * (place[i] - mean) * (place[i] - mean);
        }
        double[] slope = new double[points];
        double[] intercept = new double[points];
        for (int i = 0; i < points; i++) {
            slope[i] = share[i] * (place[i] - mean) / spread;
            intercept[i] = share[i] - mean * slope[i];
        }
        return new Line(intercept, slope);
    }

    double intercept(double[] values) {
        return sum(ofIntercept, values);
    }

    double slope(double[] values) {
        return sum(ofSlope, values);
    }

    double standardErrorOfSlope(List<QuantileValue> quantiles) {
        double variance = 0;
        for (int i = 0; i < ofSlope.length; i++) {
            double term = ofSlope[i] * quantiles.get(i).standardError();
            variance += term * term;
        }
        return Math.sqrt(variance);
    }

    private static double sum(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }
}
