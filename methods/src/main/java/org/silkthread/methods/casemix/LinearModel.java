package org.silkthread.methods.casemix;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.methods.numerics.StudentT;

/** A linear case-mix model, fitted by least squares, as R's {@code lm} does. */
public final class LinearModel {

    private final Estimates estimates;
    private final List<Coefficient> coefficients;
    private final int degreesOfFreedom;
    private final double residualDeviation;
    private final double determination;

    private LinearModel(Fitting.Settled settled, CaseMixTable table) {
        estimates = settled.estimates();
        degreesOfFreedom = table.rows() - table.columns().size() - 1;
        double dispersion = settled.deviance() / degreesOfFreedom;
        residualDeviation = Math.sqrt(dispersion);
        double total = aboutTheMean(table.outcomes());
        determination = total > 0 ? Math.clamp(1 - settled.deviance() / total, 0, 1) : 0;
        List<Coefficient> named = new ArrayList<>();
        for (double[] estimate : estimates.inOwnUnits(dispersion)) {
            String column =
                    named.isEmpty() ? Coefficient.CONSTANT : estimates.columns().get(named.size() - 1);
            named.add(tested(column, estimate[0], estimate[1]));
        }
        coefficients = List.copyOf(named);
    }

    /**
     * Fits the model.
     *
     * @param table any outcomes
     * @return the model, or why the data do not determine it
     */
    public static Fit<LinearModel> fit(CaseMixTable table) {
        return Fitting.fit(table, Family.LINEAR, settled -> new LinearModel(settled, table));
    }

    /**
     * The estimates, with Student's statistic. Where the columns explain every outcome exactly there is no spread to
     * compare with: the statistic and its probability are 0.
     *
     * @return the constant first, then the columns in order
     */
    public List<Coefficient> coefficients() {
        return coefficients;
    }

    /**
     * Rows less estimates.
     *
     * @return 1 or more
     */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /**
     * The standard deviation of what the columns leave unexplained.
     *
     * @return 0 or more, in the units of the outcome
     */
    public double residualDeviation() {
        return residualDeviation;
    }

    /**
     * The share of the outcome's variance that the columns explain, R².
     *
     * @return from 0 to 1; 0 when the outcome does not vary
     */
    public double determination() {
        return determination;
    }

    /**
     * The expected outcome of one patient.
     *
     * @param row a value for each column, in order
     * @return in the units of the outcome
     */
    public double expected(double... row) {
        return estimates.linear(row);
    }

    /**
     * The expected outcomes of all patients of a table.
     *
     * @param table with the columns of the model; its outcomes are not looked at
     * @return one for each row, in order
     */
    public double[] expected(CaseMixTable table) {
        return estimates.linear(table);
    }

    private Coefficient tested(String column, double estimate, double error) {
        if (!(error > 0)) {
            return new Coefficient(column, estimate, 0, 0, 0);
        }
        double t = estimate / error;
        double p = Math.min(1, 2 * StudentT.upperTail(Math.abs(t), degreesOfFreedom));
        return new Coefficient(column, estimate, error, t, p);
    }

    private static double aboutTheMean(double[] outcomes) {
        double mean = 0;
        for (double outcome : outcomes) {
            mean += outcome / outcomes.length;
        }
        double sum = 0;
        for (double outcome : outcomes) {
            sum += (outcome - mean) * (outcome - mean);
        }
        return sum;
    }
}
