package org.silkthread.methods.casemix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Finds columns that follow from those before them, by Cholesky's method one column at a time: what is left of a column
 * after the part that the earlier ones explain.
 */
final class Dependencies {

    /** The share of a column's variance that must be its own. Rounding alone leaves about 1e-14. */
    private static final double LEAST_OWN_SHARE = 1e-10;

    private static final double LEAST_WEIGHT = 1e-4;

    private final DMatrixRMaj correlation;
    private final List<String> names;
    private final List<Integer> kept = new ArrayList<>();
    private final List<double[]> factor = new ArrayList<>();

    private Dependencies(DMatrixRMaj correlation, List<String> names) {
        this.correlation = correlation;
        this.names = names;
    }

    /** The correlation's first row and column belong to the constant. */
    static List<Collinearity> among(List<String> names, DMatrixRMaj correlation) {
        return new Dependencies(correlation, names).find();
    }

    private List<Collinearity> find() {
        List<Collinearity> found = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            if (correlation.get(j + 1, j + 1) == 0) {
                found.add(new Collinearity(names.get(j), List.of()));
                continue;
            }
            double[] row = explainedBy(j);
            double own = correlation.get(j + 1, j + 1);
            for (double part : row) {
                own -= part * part;
            }
            if (own < LEAST_OWN_SHARE) {
                found.add(new Collinearity(names.get(j), weighty(row)));
            } else {
                double[] extended = Arrays.copyOf(row, row.length + 1);
                extended[row.length] = Math.sqrt(own);
                factor.add(extended);
                kept.add(j);
            }
        }
        return found;
    }

    /** The column's coordinates along the kept columns made orthogonal: forward substitution. */
    private double[] explainedBy(int column) {
        double[] row = new double[kept.size()];
        for (int k = 0; k < row.length; k++) {
            double[] line = factor.get(k);
            double rest = correlation.get(kept.get(k) + 1, column + 1);
            for (int m = 0; m < k; m++) {
                rest -= line[m] * row[m];
            }
            row[k] = rest / line[k];
        }
        return row;
    }

    /** Turns the coordinates into weights of the kept columns, by back substitution, and names those that count. */
    private List<String> weighty(double[] row) {
        double[] weights = row.clone();
        for (int k = row.length - 1; k >= 0; k--) {
            weights[k] /= factor.get(k)[k];
            for (int m = 0; m < k; m++) {
                weights[m] -= factor.get(k)[m] * weights[k];
            }
        }
        List<String> of = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            if (Math.abs(weights[k]) > LEAST_WEIGHT) {
                of.add(names.get(kept.get(k)));
            }
        }
        return of;
    }
}
