package org.silkthread.methods.casemix;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.silkthread.methods.casemix.CaseMixTable.Block;

/** Coefficients of standardised columns with the inverse of their information matrix, and what follows from them. */
record Estimates(List<String> columns, Standardisation standardisation, double[] coefficients, DMatrixRMaj inverse) {

    /** The linear predictor of a row. */
    double linear(double[] row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(
                    "A row has " + columns.size() + " values, one for each column, not " + row.length);
        }
        return linear(row, 0);
    }

    /** The linear predictors of all rows. */
    double[] linear(CaseMixTable table) {
        if (!table.columns().equals(columns)) {
            throw new IllegalArgumentException("The model has the columns " + columns + ", not " + table.columns());
        }
        double[] all = new double[table.rows()];
        int at = 0;
        for (Block block : table.blocks()) {
            for (int i = 0; i < block.rows(); i++) {
                all[at++] = linear(block.values(), i * columns.size());
            }
        }
        return all;
    }

    /** Estimates and standard errors in the units of the columns: the constant, then the columns. */
    List<double[]> inOwnUnits(double dispersion) {
        int n = coefficients.length;
        double[] toConstant = new double[n];
        toConstant[0] = 1;
        for (int j = 1; j < n; j++) {
            toConstant[j] = -standardisation.centres()[j - 1] / standardisation.scales()[j - 1];
        }
        double constant = 0;
        double variance = 0;
        for (int i = 0; i < n; i++) {
            constant += toConstant[i] * coefficients[i];
            for (int j = 0; j < n; j++) {
                variance += toConstant[i] * inverse.get(i, j) * toConstant[j];
            }
        }
        List<double[]> all = new ArrayList<>();
        all.add(new double[] {constant, Math.sqrt(dispersion * variance)});
        for (int j = 1; j < n; j++) {
            double scale = standardisation.scales()[j - 1];
            all.add(new double[] {coefficients[j] / scale, Math.sqrt(dispersion * inverse.get(j, j)) / scale});
        }
        return all;
    }

    private double linear(double[] values, int from) {
        double sum = coefficients[0];
        for (int j = 1; j < coefficients.length; j++) {
            sum += coefficients[j]
                    * (values[from + j - 1] - standardisation.centres()[j - 1])
                    * standardisation.inverses()[j - 1];
        }
        return sum;
    }
}
