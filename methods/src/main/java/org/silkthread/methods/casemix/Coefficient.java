package org.silkthread.methods.casemix;

/**
 * One estimate of a model.
 *
 * @param column what it belongs to, or {@link #CONSTANT}
 * @param estimate for a logistic model the logarithm of the odds ratio for one unit of the column
 * @param standardError above 0
 * @param statistic estimate over standard error
 * @param p probability of a statistic at least as far from 0, either way, if the true value were 0
 */
public record Coefficient(String column, double estimate, double standardError, double statistic, double p) {

    /** The name of the constant. */
    public static final String CONSTANT = "(constant)";
}
