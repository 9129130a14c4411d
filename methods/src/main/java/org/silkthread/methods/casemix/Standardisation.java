package org.silkthread.methods.casemix;

import java.util.List;
import org.silkthread.methods.casemix.CaseMixTable.Block;

/**
 * Centre and scale of each column. Models work on standardised columns, because products of raw ones lose half the digits
 * when a column such as a year is large next to its spread.
 */
record Standardisation(double[] centres, double[] scales, double[] inverses) {

    static Standardisation of(CaseMixTable table) {
        int columns = table.columns().size();
        List<Block> blocks = table.blocks();
        double[] sums = Passes.sum(blocks, columns, block -> moments(block, new double[columns], 1));
        double[] centres = new double[columns];
        for (int j = 0; j < columns; j++) {
            centres[j] = sums[j] / table.rows();
        }
        double[] squares = Passes.sum(blocks, columns, block -> moments(block, centres, 2));
        double[] scales = new double[columns];
        double[] inverses = new double[columns];
        for (int j = 0; j < columns; j++) {
            double deviation = Math.sqrt(squares[j] / table.rows());
            boolean constant = !(deviation > 1e-12 * Math.abs(centres[j]));
            scales[j] = constant ? 0 : deviation;
            inverses[j] = constant ? 0 : 1 / deviation;
        }
        return new Standardisation(centres, scales, inverses);
    }

    /** Writes a row as a constant 1 and its standardised values; a constant column becomes 0. */
    void write(double[] values, int from, double[] target, int to) {
        target[to] = 1;
        for (int j = 0; j < centres.length; j++) {
            target[to + 1 + j] = (values[from + j] - centres[j]) * inverses[j];
        }
    }

    private static double[] moments(Block block, double[] centres, int power) {
        int columns = centres.length;
        double[] sums = new double[columns];
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                double d = block.values()[i * columns + j] - centres[j];
                sums[j] += power == 1 ? d : d * d;
            }
        }
        return sums;
    }
}
