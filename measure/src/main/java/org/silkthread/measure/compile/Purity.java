package org.silkthread.measure.compile;

import java.util.BitSet;
import org.silkthread.measure.plan.Children;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;

/** Functions whose value depends on their arguments alone, and not on the patient's other data. */
final class Purity {

    private final BitSet impure = new BitSet();

    Purity(Plan plan) {
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < plan.functions().size(); i++) {
                if (!impure.get(i) && looks(plan.functions().get(i).body())) {
                    impure.set(i);
                    found = true;
                }
            }
        }
    }

    boolean pure(int function) {
        return !impure.get(function);
    }

    private boolean looks(Expression expression) {
        boolean looks = switch (expression) {
            case Expression.Retrieve retrieve -> true;
            case Expression.DefinitionRef reference -> true;
            case Expression.FunctionCall call -> call.candidates().stream().anyMatch(impure::get);
            default -> false;
        };
        return looks || Children.of(expression).stream().anyMatch(this::looks);
    }
}
