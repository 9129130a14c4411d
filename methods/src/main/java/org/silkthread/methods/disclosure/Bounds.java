package org.silkthread.methods.disclosure;

import java.util.List;
import java.util.Map;

/**
 * Limits of all cells, narrowed by one statement after the other until nothing more follows. The limits hold; they are
 * the best possible when no two statements share two cells, and may otherwise be too wide.
 */
final class Bounds {

    private static final double CLOSE = 1e-7;
    private static final int MOST_ROUNDS = 1000;

    private final double[] low;
    private final double[] high;

    private Bounds(List<KnownRange> cells) {
        low = new double[cells.size()];
        high = new double[cells.size()];
        for (int cell = 0; cell < low.length; cell++) {
            low[cell] = cells.get(cell).low();
            high[cell] = cells.get(cell).high() == KnownRange.OPEN
                    ? Double.POSITIVE_INFINITY
                    : cells.get(cell).high();
        }
    }

    /**
     * The limits that follow.
     *
     * @throws IllegalArgumentException when the publication contradicts itself
     */
    static Bounds of(Publication publication) {
        Bounds bounds = new Bounds(publication.cells());
        boolean narrowed = true;
        for (int round = 0; narrowed && round < MOST_ROUNDS; round++) {
            narrowed = false;
            for (Statement statement : publication.statements()) {
                narrowed |= bounds.narrow(statement);
            }
        }
        return bounds;
    }

    double low(int cell) {
        return low[cell];
    }

    double high(int cell) {
        return high[cell];
    }

    boolean isKnown(int cell) {
        return low[cell] == high[cell];
    }

    /** Whether a statement says no more than the limits do. */
    boolean imply(Statement statement) {
        double least = 0;
        double most = 0;
        for (Map.Entry<Integer, Double> term : statement.weights().entrySet()) {
            least += least(term.getKey(), term.getValue());
            most += most(term.getKey(), term.getValue());
        }
        return least >= statement.low() - CLOSE && most <= statement.high() + CLOSE;
    }

    private boolean narrow(Statement statement) {
        Sum least = new Sum();
        Sum most = new Sum();
        statement.weights().forEach((cell, weight) -> {
            least.add(least(cell, weight));
            most.add(most(cell, weight));
        });
        boolean narrowed = false;
        for (Map.Entry<Integer, Double> term : statement.weights().entrySet()) {
            int cell = term.getKey();
            double weight = term.getValue();
            double restLeast = least.without(least(cell, weight));
            double restMost = most.without(most(cell, weight));
            // low <= weight x + rest <= high
            double from = (statement.low() - restMost) / weight;
            double to = (statement.high() - restLeast) / weight;
            narrowed |= weight > 0 ? narrow(cell, from, to) : narrow(cell, to, from);
        }
        return narrowed;
    }

    private boolean narrow(int cell, double from, double to) {
        boolean narrowed = false;
        double newLow = Math.ceil(from - CLOSE);
        double newHigh = Math.floor(to + CLOSE);
        if (newLow > low[cell]) {
            low[cell] = newLow;
            narrowed = true;
        }
        if (newHigh < high[cell]) {
            high[cell] = newHigh;
            narrowed = true;
        }
        if (low[cell] > high[cell]) {
            throw new IllegalArgumentException("What is published contradicts itself at cell " + cell);
        }
        return narrowed;
    }

    private double least(int cell, double weight) {
        return weight > 0 ? weight * low[cell] : weight * high[cell];
    }

    private double most(int cell, double weight) {
        return weight > 0 ? weight * high[cell] : weight * low[cell];
    }

    /** A sum that may have infinite terms, so that one of them can be taken out again. */
    private static final class Sum {

        private double finite;
        private int infinite;
        private double sign = 1;

        void add(double term) {
            if (Double.isInfinite(term)) {
                infinite++;
                sign = Math.signum(term);
            } else {
                finite += term;
            }
        }

        double without(double term) {
            int left = Double.isInfinite(term) ? infinite - 1 : infinite;
            if (left > 0) {
                return sign * Double.POSITIVE_INFINITY;
            }
            return Double.isInfinite(term) ? finite : finite - term;
        }
    }
}
