package org.silkthread.methods.casemix;

import java.util.List;

/**
 * A column that says nothing new: it is a weighted sum of the columns before it, and perhaps a constant, in every row.
 *
 * @param column the column to leave out
 * @param of the columns that it is a sum of; empty when it is constant
 */
public record Collinearity(String column, List<String> of) {

    public Collinearity {
        of = List.copyOf(of);
    }

    /**
     * In words.
     *
     * @return a sentence without the full stop
     */
    public String sentence() {
        return of.isEmpty()
                ? column + " is the same in every row"
                : column + " follows exactly from " + String.join(", ", of);
    }
}
