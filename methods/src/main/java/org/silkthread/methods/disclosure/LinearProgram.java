package org.silkthread.methods.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The lowest and highest count that a cell can have when all statements about it and its neighbours are true. */
final class LinearProgram {

    private static final double CLOSE = 1e-6;

    /** Above this many cells limits that are no whole tables are not searched further. */
    private static final int MOST_CELLS_IN_WHOLE_NUMBERS = 200;

    private final Components.Component component;
    private final Bounds bounds;
    private final double ceiling;
    private boolean exact = true;
    private final Map<Integer, Double> lowestSeen = new HashMap<>();
    private final Map<Integer, Double> highestSeen = new HashMap<>();

    /** A program about cells that hang together, within limits that are known already. */
    LinearProgram(Components.Component component, Bounds bounds) {
        this.component = component;
        this.bounds = bounds;
        // A count that could be this high could be any higher; no statement with an upper limit reaches as far.
        double reach = 1e6;
        for (Statement statement : component.statements()) {
            for (double limit : new double[] {statement.low(), statement.high()}) {
                reach = Double.isInfinite(limit) ? reach : Math.max(reach, 4 * Math.abs(limit));
            }
        }
        for (int cell : component.cells()) {
            reach = Math.max(reach, 4 * bounds.low(cell));
        }
        this.ceiling = reach;
    }

    /** The lowest count. */
    double lowest(int cell) {
        return solved(cell, true);
    }

    /** The highest count, infinite when there is no limit. */
    double highest(int cell) {
        double highest = solved(cell, false);
        return highest >= ceiling ? Double.POSITIVE_INFINITY : highest;
    }

    /** The lowest count of a cell in any of the tables that were found so far, infinite when there was none. */
    double lowestSeen(int cell) {
        return lowestSeen.getOrDefault(cell, Double.POSITIVE_INFINITY);
    }

    /** The highest count of a cell in any of the tables that were found so far, negative when there was none. */
    double highestSeen(int cell) {
        return highestSeen.getOrDefault(cell, -1.0);
    }

    private double solved(int cell, boolean minimise) {
        Optimisation.Result linear = optimum(cell, minimise, false);
        if (!linear.getState().isFeasible()) {
            throw new IllegalArgumentException("What is published contradicts itself around cell " + cell);
        }
        double limit = minimise ? Math.ceil(linear.getValue() - CLOSE) : Math.floor(linear.getValue() + CLOSE);
        if (remember(linear).isPresent()) {
            return limit;
        }
        if (component.cells().size() > MOST_CELLS_IN_WHOLE_NUMBERS) {
            // A table in whole numbers may reach less far; the wider limit still holds.
            exact = false;
            return limit;
        }
        Optimisation.Result whole = optimum(cell, minimise, true);
        remember(whole);
        return Math.rint(whole.getValue());
    }

    /** Whether all limits so far are those of tables in whole numbers. */
    boolean isExact() {
        return exact;
    }

    /** A table in which a cell is as low or as high as it can be. */
    private Optimisation.Result optimum(int cell, boolean minimise, boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        variables(model, whole).computeIfPresent(cell, (number, variable) -> variable.weight(1));
        return minimise ? model.minimise() : model.maximise();
    }

    private Map<Integer, Variable> variables(ExpressionsBasedModel model, boolean whole) {
        Map<Integer, Variable> variables = new HashMap<>();
        for (int member : component.cells()) {
            variables.put(
                    member,
                    model.newVariable("x" + member)
                            .lower(bounds.low(member))
                            .upper(Math.min(ceiling, bounds.high(member)))
                            .integer(whole));
        }
        int number = 0;
        for (Statement statement : component.statements()) {
            express(model.newExpression("s" + number++), statement, variables);
        }
        return variables;
    }

    /** Keeps what a table in whole numbers shows to be possible; nothing when it is none. */
    private Optional<double[]> remember(Optimisation.Result result) {
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        double[] counts = result.toRawCopy1D();
        if (!isWhole(counts)) {
            return Optional.empty();
        }
        for (int i = 0; i < counts.length; i++) {
            double count = Math.rint(counts[i]);
            lowestSeen.merge(component.cells().get(i), count, Math::min);
            highestSeen.merge(component.cells().get(i), count, Math::max);
        }
        return Optional.of(counts);
    }

    private void express(Expression expression, Statement statement, Map<Integer, Variable> variables) {
        double known = 0;
        for (Map.Entry<Integer, Double> term : statement.weights().entrySet()) {
            Variable variable = variables.get(term.getKey());
            if (variable == null) {
                known += term.getValue() * bounds.low(term.getKey());
            } else {
                expression.set(variable, term.getValue());
            }
        }
        if (!Double.isInfinite(statement.low())) {
            expression.lower(statement.low() - known);
        }
        if (!Double.isInfinite(statement.high())) {
            expression.upper(statement.high() - known);
        }
    }

    private static boolean isWhole(double[] counts) {
        for (double count : counts) {
            if (Math.abs(count - Math.rint(count)) > CLOSE) {
                return false;
            }
        }
        return true;
    }
}
