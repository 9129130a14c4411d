package org.silkthread.methods.casemix;

import org.ejml.data.DMatrixRMaj;
import org.silkthread.methods.casemix.CaseMixTable.Block;

/**
 * Information matrix, score and deviance of a model at given coefficients, in one pass over the rows. The first coefficient
 * is the constant; the others are of standardised columns.
 */
record NormalEquations(DMatrixRMaj information, DMatrixRMaj score, double deviance) {

    /** Rows that are multiplied at once: few enough to stay in the first cache. */
    private static final int ROWS_AT_ONCE = 64;

    static NormalEquations at(
            double[] coefficients, CaseMixTable table, Standardisation standardisation, Family family) {
        int n = coefficients.length;
        int width = SymmetricProduct.paddedWidth(n);
        double[] sums = Passes.sum(
                table.blocks(),
                width * width + n + 1,
                block -> new BlockSums(coefficients, standardisation, family).of(block));
        DMatrixRMaj information = new DMatrixRMaj(n, n);
        DMatrixRMaj score = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                information.set(i, j, sums[i * width + j]);
                information.set(j, i, sums[i * width + j]);
            }
            score.set(i, 0, sums[width * width + i]);
        }
        return new NormalEquations(information, score, sums[width * width + n]);
    }

    /** One thread's work on one block. */
    private static final class BlockSums {

        private final double[] coefficients;
        private final Standardisation standardisation;
        private final Family family;
        private final int n;
        private final int width;
        private final double[] rows;
        private final double[] sums;

        BlockSums(double[] coefficients, Standardisation standardisation, Family family) {
            this.coefficients = coefficients;
            this.standardisation = standardisation;
            this.family = family;
            n = coefficients.length;
            width = SymmetricProduct.paddedWidth(n);
            rows = new double[ROWS_AT_ONCE * width];
            sums = new double[width * width + n + 1];
        }

        double[] of(Block block) {
            for (int from = 0; from < block.rows(); from += ROWS_AT_ONCE) {
                int count = Math.min(ROWS_AT_ONCE, block.rows() - from);
                for (int i = 0; i < count; i++) {
                    standardisation.write(block.values(), (from + i) * (n - 1), rows, i * width);
                    weigh(i * width, block.outcomes()[from + i]);
                }
                SymmetricProduct.add(rows, count, width, sums);
            }
            return sums;
        }

        /** Adds a row's score and deviance, and multiplies the row by the root of its weight. */
        private void weigh(int at, double outcome) {
            double linear = 0;
            for (int j = 0; j < n; j++) {
                linear += coefficients[j] * rows[at + j];
            }
            double expected = family.expected(linear);
            double residual = outcome - expected;
            double root = Math.sqrt(family.weight(expected));
            int score = width * width;
            for (int j = 0; j < n; j++) {
                sums[score + j] += residual * rows[at + j];
                rows[at + j] *= root;
            }
            sums[score + n] += family.deviance(outcome, linear);
        }
    }
}
