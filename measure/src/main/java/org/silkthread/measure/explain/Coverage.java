package org.silkthread.measure.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.silkthread.measure.plan.Children;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.plan.Plan.Position;

/**
 * How often the clauses of a set of definitions were evaluated and held.
 *
 * @param clauses every clause with a place in the CQL that the definitions lead to
 */
public record Coverage(List<Row> clauses) {

    public Coverage {
        clauses = List.copyOf(clauses);
    }

    /**
     * @param evaluated how many times it was evaluated, over all rows and patients
     * @param held how many times it was true, or found something
     */
    public record Row(Position position, long evaluated, long held) {}

    /** Clauses that never held; those that were never evaluated are among them. */
    public List<Row> neverHeld() {
        return clauses.stream().filter(row -> row.held() == 0).toList();
    }

    static Coverage of(Plan plan, Observed observed, List<Integer> definitions) {
        List<Row> rows = new ArrayList<>();
        Set<Integer> seenDefinitions = new HashSet<>();
        Set<Integer> seenFunctions = new HashSet<>();
        for (int definition : definitions) {
            if (seenDefinitions.add(definition)) {
                collect(
                        plan,
                        plan.definitions().get(definition).expression(),
                        observed,
                        rows,
                        seenDefinitions,
                        seenFunctions);
            }
        }
        return new Coverage(rows);
    }

    private static void collect(
            Plan plan,
            Expression expression,
            Observed observed,
            List<Row> rows,
            Set<Integer> seenDefinitions,
            Set<Integer> seenFunctions) {
        Observed.Tally tally = observed.of(expression);
        plan.position(expression)
                .ifPresent(position -> rows.add(
                        new Row(position, tally == null ? 0 : tally.evaluated, tally == null ? 0 : tally.held)));
        if (expression instanceof Expression.DefinitionRef reference && seenDefinitions.add(reference.definition())) {
            Expression body = plan.definitions().get(reference.definition()).expression();
            collect(plan, body, observed, rows, seenDefinitions, seenFunctions);
        }
        if (expression instanceof Expression.FunctionCall call) {
            for (int function : call.candidates()) {
                if (seenFunctions.add(function)) {
                    Expression body = plan.functions().get(function).body();
                    collect(plan, body, observed, rows, seenDefinitions, seenFunctions);
                }
            }
        }
        for (Expression child : Children.of(expression)) {
            collect(plan, child, observed, rows, seenDefinitions, seenFunctions);
        }
    }
}
