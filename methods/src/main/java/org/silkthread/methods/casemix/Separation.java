package org.silkthread.methods.casemix;

import java.util.List;

/**
 * Why a logistic model has no finite estimate: some combination of columns tells all, or some, of the outcomes without
 * fail, so that its coefficients would grow for ever.
 *
 * @param complete whether every row is told without fail; otherwise the rest lies on the boundary
 * @param columns those that the combination is made of; empty when every outcome is the same
 * @param rowsTold how many rows are told without fail
 */
public record Separation(boolean complete, List<String> columns, int rowsTold) {

    public Separation {
        columns = List.copyOf(columns);
    }

    /**
     * In words.
     *
     * @return a sentence without the full stop
     */
    public String sentence() {
        if (columns.isEmpty()) {
            return "every outcome is the same, so that there is nothing to model";
        }
        String rows = complete ? "every outcome" : rowsTold + " outcomes";
        return String.join(", ", columns) + (columns.size() == 1 ? " tells " : " together tell ") + rows
                + " without fail, so that there is no finite estimate";
    }
}
