package org.silkthread.methods.casemix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Patients as rows: an outcome and explanatory columns, all numbers.
 *
 * <p>Rows are kept in blocks, so that a table can be filled from a stream whose length nobody knows, and models walk over
 * the blocks with several threads. One million rows of 30 columns take 248 MB. A constant is not a column; every model adds
 * its own.
 */
public final class CaseMixTable {

    static final int ROWS_IN_BLOCK = 4096;

    private final List<String> columns;
    private final List<Block> blocks;
    private final int rows;

    private CaseMixTable(List<String> columns, List<Block> blocks, int rows) {
        this.columns = columns;
        this.blocks = blocks;
        this.rows = rows;
    }

    /** Up to {@link #ROWS_IN_BLOCK} rows, one after the other. */
    record Block(int rows, double[] values, double[] outcomes) {}

    /**
     * Begins an empty table.
     *
     * @param columns names of the explanatory columns, each once; at least one
     * @return to be filled
     */
    public static Builder of(List<String> columns) {
        return new Builder(columns);
    }

    /** Fills a table, row by row. */
    public static final class Builder {

        private final List<String> columns;
        private final List<Block> full = new ArrayList<>();
        private double[] values;
        private double[] outcomes = new double[ROWS_IN_BLOCK];
        private int used;

        private Builder(List<String> columns) {
            if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
                throw new IllegalArgumentException(
                        "A case-mix table has at least one column and each once: " + columns);
            }
            this.columns = List.copyOf(columns);
            this.values = new double[ROWS_IN_BLOCK * columns.size()];
        }

        /**
         * Adds a patient.
         *
         * @param outcome finite; a logistic model asks for 0 or 1
         * @param row a finite number for each column, in their order; the array is copied
         * @return this builder
         * @throws IllegalArgumentException when a number is missing or not finite: a patient with a missing value is left
         *     out or filled in by the caller, who can say which
         */
        public Builder add(double outcome, double... row) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException(
                        "A row has " + columns.size() + " values, one for each column, not " + row.length);
            }
            requireFinite("outcome", outcome);
            for (int j = 0; j < row.length; j++) {
                requireFinite(columns.get(j), row[j]);
            }
            System.arraycopy(row, 0, values, used * row.length, row.length);
            outcomes[used++] = outcome;
            if (used == ROWS_IN_BLOCK) {
                full.add(new Block(used, values, outcomes));
                values = new double[ROWS_IN_BLOCK * columns.size()];
                outcomes = new double[ROWS_IN_BLOCK];
                used = 0;
            }
            return this;
        }

        /**
         * The table so far.
         *
         * @return with the rows added until now
         */
        public CaseMixTable build() {
            List<Block> blocks = new ArrayList<>(full);
            if (used > 0) {
                blocks.add(new Block(used, values.clone(), outcomes.clone()));
            }
            return new CaseMixTable(columns, List.copyOf(blocks), full.size() * ROWS_IN_BLOCK + used);
        }

        private static void requireFinite(String what, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The value of " + what + " is not a finite number: " + value);
            }
        }
    }

    /**
     * The explanatory columns.
     *
     * @return names in order
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * How many patients there are.
     *
     * @return 0 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * The outcomes.
     *
     * @return a copy, in the order in which the rows were added
     */
    public double[] outcomes() {
        double[] all = new double[rows];
        int at = 0;
        for (Block block : blocks) {
            System.arraycopy(block.outcomes(), 0, all, at, block.rows());
            at += block.rows();
        }
        return all;
    }

    List<Block> blocks() {
        return blocks;
    }
}
