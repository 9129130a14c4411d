package org.silkthread.methods.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something published about several counts together: a weighted sum of them lies between two numbers. Totals, rounded
 * totals, differences over time, overlapping areas and percentages all have this form.
 *
 * @param weights for the number of each cell its weight, not 0
 * @param low the least the sum can be
 * @param high the most it can be
 */
public record Statement(Map<Integer, Double> weights, double low, double high) {

    /** Keeps its own copy. */
    public Statement {
        weights = Map.copyOf(weights);
        if (weights.isEmpty() || !(low <= high)) {
            throw new IllegalArgumentException("A statement is about some cells and its limits are in order");
        }
    }

    /**
     * A published total.
     *
     * @param cells the cells it adds up
     * @param range what is known of it
     */
    public static Statement total(List<Integer> cells, KnownRange range) {
        Map<Integer, Double> weights = new HashMap<>();
        cells.forEach(cell -> weights.merge(cell, 1.0, Double::sum));
        return new Statement(
                weights, range.low(), range.high() == KnownRange.OPEN ? Double.POSITIVE_INFINITY : range.high());
    }

    /**
     * A published percentage of one cell or sum of cells in another: 100 x / n, rounded.
     *
     * @param numerator cells that are added up above the line
     * @param denominator cells that are added up below the line; they may be among the others
     * @param percent what was published
     * @param decimals how many decimals it was rounded to
     * @return two statements that together say the same
     */
    public static List<Statement> percentage(
            List<Integer> numerator, List<Integer> denominator, double percent, int decimals) {
        double half = 0.5 * Math.pow(10, -decimals);
        return List.of(
                new Statement(ratio(numerator, denominator, (percent - half) / 100), 0, Double.POSITIVE_INFINITY),
                new Statement(ratio(numerator, denominator, (percent + half) / 100), Double.NEGATIVE_INFINITY, 0));
    }

    private static Map<Integer, Double> ratio(List<Integer> numerator, List<Integer> denominator, double share) {
        Map<Integer, Double> weights = new HashMap<>();
        numerator.forEach(cell -> weights.merge(cell, 1.0, Double::sum));
        denominator.forEach(cell -> weights.merge(cell, -share, Double::sum));
        weights.values().removeIf(weight -> weight == 0);
        return weights;
    }
}
