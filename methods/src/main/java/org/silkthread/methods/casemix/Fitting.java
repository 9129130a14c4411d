package org.silkthread.methods.casemix;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Newton's method for a case-mix model, which is iteratively reweighted least squares: each step solves the normal
 * equations of a weighted linear model. The step is computed from the score, so that rounding in the information matrix
 * costs steps, not digits.
 */
final class Fitting {

    private static final int MOST_STEPS = 40;
    private static final int MOST_HALVINGS = 20;
    private static final int STEPS_BEFORE_SUSPICION = 8;
    private static final double SETTLED = 1e-9;

    private final CaseMixTable table;
    private final Family family;
    private final Standardisation standardisation;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private double[] coefficients;
    private NormalEquations equations;
    private DMatrixRMaj step;

    private Fitting(CaseMixTable table, Family family, Standardisation standardisation, NormalEquations plain) {
        this.table = table;
        this.family = family;
        this.standardisation = standardisation;
        int n = table.columns().size() + 1;
        solver = LinearSolverFactory_DDRM.symmPosDef(n);
        coefficients = new double[n];
        step = new DMatrixRMaj(n, 1);
        equations = family == Family.LINEAR ? plain : atTheirShare(plain);
    }

    /** A logistic model that gives everybody the same risk weighs all rows alike, so that it needs no pass of its own. */
    private NormalEquations atTheirShare(NormalEquations plain) {
        double share = plain.score().get(0, 0) / table.rows();
        coefficients[0] = Math.log(share) - Math.log1p(-share);
        DMatrixRMaj information = plain.information().copy();
        CommonOps_DDRM.scale(share * (1 - share), information);
        DMatrixRMaj score = plain.score().copy();
        for (int j = 0; j < coefficients.length; j++) {
            score.add(j, 0, -share * plain.information().get(0, j));
        }
        double deviance = -2 * table.rows() * (share * Math.log(share) + (1 - share) * Math.log1p(-share));
        return new NormalEquations(information, score, deviance);
    }

    /** What Newton's method ends with. */
    record Settled(Estimates estimates, double deviance, int iterations) {}

    static <M> Fit<M> fit(CaseMixTable table, Family family, Function<Settled, M> model) {
        int needed = table.columns().size() + 2;
        if (table.rows() < needed) {
            return new Fit.TooFewRows<>(table.rows(), needed);
        }
        Standardisation standardisation = Standardisation.of(table);
        NormalEquations plain = NormalEquations.at(new double[needed - 1], table, standardisation, Family.LINEAR);
        List<Collinearity> dependent = Dependencies.among(table.columns(), correlation(plain, table.rows()));
        if (!dependent.isEmpty()) {
            return new Fit.Collinear<>(dependent);
        }
        return new Fitting(table, family, standardisation, plain).run(model);
    }

    private <M> Fit<M> run(Function<Settled, M> model) {
        for (int iteration = 1; iteration <= MOST_STEPS; iteration++) {
            if (!solver.setA(equations.information().copy())) {
                break;
            }
            DMatrixRMaj next = new DMatrixRMaj(coefficients.length, 1);
            solver.solve(equations.score(), next);
            step = next;
            walk();
            if (greatest(step.data) <= SETTLED * (1 + greatest(coefficients))) {
                return new Fit.Fitted<>(model.apply(settled(iteration)));
            }
            if (family == Family.LOGISTIC && iteration >= STEPS_BEFORE_SUSPICION) {
                Optional<Separation> separation = separation();
                if (separation.isPresent()) {
                    return new Fit.Separated<>(separation.get());
                }
            }
        }
        return new Fit.Unsettled<>(MOST_STEPS);
    }

    /** Takes the step, or the part of it that makes nothing worse. */
    private void walk() {
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] tried = coefficients.clone();
            for (int j = 0; j < tried.length; j++) {
                tried[j] += part * step.data[j];
            }
            NormalEquations there = NormalEquations.at(tried, table, standardisation, family);
            if (there.deviance() <= equations.deviance() * (1 + 1e-9) + 1e-12) {
                coefficients = tried;
                equations = there;
                return;
            }
            part /= 2;
        }
    }

    private Settled settled(int iterations) {
        DMatrixRMaj inverse = new DMatrixRMaj(coefficients.length, coefficients.length);
        solver.setA(equations.information().copy());
        solver.invert(inverse);
        Estimates estimates = new Estimates(table.columns(), standardisation, coefficients, inverse);
        return new Settled(estimates, equations.deviance(), iterations);
    }

    /** Where estimates grow for ever, the last step points along the combination that tells the outcomes. */
    private Optional<Separation> separation() {
        return SeparatingDirection.of(step.data, table, standardisation);
    }

    private static DMatrixRMaj correlation(NormalEquations plain, int rows) {
        DMatrixRMaj correlation = plain.information().copy();
        CommonOps_DDRM.divide(correlation, rows);
        return correlation;
    }

    private static double greatest(double[] values) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }
}
