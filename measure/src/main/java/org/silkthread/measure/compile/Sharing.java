package org.silkthread.measure.compile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.silkthread.measure.plan.Children;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;

/**
 * Finds expressions that have one value for a patient wherever they stand, so that they are evaluated once: those that
 * read no local and look at the patient. They are shared when they occur more than once in the plan, or where they would
 * be evaluated again for each row of a query or each call of a function.
 */
final class Sharing {

    private record Facts(boolean closed, boolean looks) {}

    private final Map<Expression, Facts> facts = new IdentityHashMap<>();
    private final Map<Expression, Integer> occurrences = new HashMap<>();
    private final Map<Expression, Integer> slots = new HashMap<>();

    Sharing(Plan plan) {
        plan.definitions().forEach(definition -> survey(definition.expression()));
        plan.functions().forEach(function -> survey(function.body()));
    }

    private boolean survey(Expression expression) {
        boolean looks = expression instanceof Expression.Retrieve || expression instanceof Expression.DefinitionRef;
        for (Expression child : Children.of(expression)) {
            looks |= survey(child);
        }
        Facts found = new Facts(looks && Locals.free(expression).isEmpty(), looks);
        facts.put(expression, found);
        if (worthwhile(expression, found)) {
            occurrences.merge(expression, 1, Integer::sum);
        }
        return looks;
    }

    private static boolean worthwhile(Expression expression, Facts facts) {
        return facts.closed() && facts.looks() && !(expression instanceof Expression.DefinitionRef);
    }

    /** Whether an expression is to be shared, given that it stands where it is evaluated many times. */
    boolean shared(Expression expression, boolean repeated) {
        Facts known = facts.get(expression);
        return known != null
                && worthwhile(expression, known)
                && (repeated || occurrences.getOrDefault(expression, 0) > 1);
    }

    /** The slot of a shared expression; equal expressions have one. */
    int slot(Expression expression) {
        return slots.computeIfAbsent(expression, absent -> slots.size());
    }

    int slots() {
        return slots.size();
    }
}
