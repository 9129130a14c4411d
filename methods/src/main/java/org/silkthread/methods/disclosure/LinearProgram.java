package org.silkthread.methods.disclosure;

import java.util.HashMap;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The lowest and highest count that a cell can have when all statements about it and its neighbours are true. */
final class LinearProgram {

    private static final double CLOSE = 1e-6;

    private final Components.Component component;
    private final Bounds bounds;
    private final double ceiling;

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
        return Math.ceil(solved(cell, true) - CLOSE);
    }

    /** The highest count, infinite when there is no limit. */
    double highest(int cell) {
        double highest = Math.floor(solved(cell, false) + CLOSE);
        return highest >= ceiling ? Double.POSITIVE_INFINITY : highest;
    }

    private double solved(int cell, boolean minimise) {
        Optimisation.Result linear = solve(cell, minimise, false);
        return isWhole(linear) ? linear.getValue() : solve(cell, minimise, true).getValue();
    }

    private Optimisation.Result solve(int cell, boolean minimise, boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Integer, Variable> variables = new HashMap<>();
        for (int member : component.cells()) {
            Variable variable = model.newVariable("x" + member)
                    .lower(bounds.low(member))
                    .upper(Math.min(ceiling, bounds.high(member)))
                    .integer(whole);
            variables.put(member, variable);
            if (member == cell) {
                variable.weight(1);
            }
        }
        int number = 0;
        for (Statement statement : component.statements()) {
            express(model.newExpression("s" + number++), statement, variables);
        }
        Optimisation.Result result = minimise ? model.minimise() : model.maximise();
        if (!result.getState().isFeasible()) {
            throw new IllegalArgumentException("What is published contradicts itself around cell " + cell);
        }
        return result;
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

    private static boolean isWhole(Optimisation.Result result) {
        for (long i = 0; i < result.count(); i++) {
            double value = result.doubleValue(i);
            if (Math.abs(value - Math.rint(value)) > CLOSE) {
                return false;
            }
        }
        return true;
    }
}
