package org.silkthread.methods.casemix;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * A logistic case-mix model: ln(p/(1 - p)) is linear in the columns. Fitted by maximum likelihood, as R's
 * {@code glm(family = binomial)} does.
 *
 * <p>Source: McCullagh P, Nelder JA, Generalized linear models, 2nd edition, Chapman and Hall 1989, chapters 2 and 4.
 */
public final class LogisticModel {

    private final Estimates estimates;
    private final List<Coefficient> coefficients;
    private final double deviance;
    private final double nullDeviance;
    private final int iterations;

    private LogisticModel(Fitting.Settled settled, double nullDeviance) {
        this.estimates = settled.estimates();
        this.deviance = settled.deviance();
        this.nullDeviance = nullDeviance;
        this.iterations = settled.iterations();
        List<Coefficient> named = new ArrayList<>();
        for (double[] estimate : estimates.inOwnUnits(1)) {
            String column =
                    named.isEmpty() ? Coefficient.CONSTANT : estimates.columns().get(named.size() - 1);
            double z = estimate[0] / estimate[1];
            named.add(new Coefficient(column, estimate[0], estimate[1], z, Erfc.value(Math.abs(z) / Math.sqrt(2))));
        }
        this.coefficients = List.copyOf(named);
    }

    /**
     * Fits the model.
     *
     * @param table with outcomes 0 and 1
     * @return the model, or why the data do not determine it
     * @throws IllegalArgumentException when an outcome is neither 0 nor 1
     */
    public static Fit<LogisticModel> fit(CaseMixTable table) {
        double events = 0;
        for (double outcome : table.outcomes()) {
            if (outcome != 0 && outcome != 1) {
                throw new IllegalArgumentException("The outcome of a logistic model is 0 or 1, not " + outcome);
            }
            events += outcome;
        }
        if (table.rows() > 0 && (events == 0 || events == table.rows())) {
            return new Fit.Separated<>(new Separation(true, List.of(), table.rows()));
        }
        double share = events / table.rows();
        double nullDeviance = -2 * (events * Math.log(share) + (table.rows() - events) * Math.log1p(-share));
        return Fitting.fit(table, Family.LOGISTIC, settled -> new LogisticModel(settled, nullDeviance));
    }

    /**
     * The estimates: logarithms of odds ratios, with Wald's statistic.
     *
     * @return the constant first, then the columns in order
     */
    public List<Coefficient> coefficients() {
        return coefficients;
    }

    /**
     * Minus twice the log-likelihood.
     *
     * @return 0 or more
     */
    public double deviance() {
        return deviance;
    }

    /**
     * The deviance of a model with nothing but a constant.
     *
     * @return at least {@link #deviance()}
     */
    public double nullDeviance() {
        return nullDeviance;
    }

    /**
     * Akaike's criterion: the deviance and twice the number of estimates.
     *
     * @return for comparing models of the same rows; lower is better
     */
    public double akaike() {
        return deviance + 2.0 * coefficients.size();
    }

    /**
     * How many steps the fit took.
     *
     * @return 1 or more
     */
    public int iterations() {
        return iterations;
    }

    /**
     * The risk of one patient.
     *
     * @param row a value for each column, in order
     * @return from 0 to 1
     */
    public double risk(double... row) {
        return Family.LOGISTIC.expected(estimates.linear(row));
    }

    /**
     * The risks of all patients of a table.
     *
     * @param table with the columns of the model; its outcomes are not looked at
     * @return one for each row, in order
     */
    public double[] risks(CaseMixTable table) {
        double[] all = estimates.linear(table);
        for (int i = 0; i < all.length; i++) {
            all[i] = Family.LOGISTIC.expected(all[i]);
        }
        return all;
    }
}
