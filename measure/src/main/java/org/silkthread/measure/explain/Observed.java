package org.silkthread.measure.explain;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.oracle.Trace;
import org.silkthread.measure.plan.Expression;

/** What the evaluation of each expression gave, over all rows and patients that it was told of. */
final class Observed implements Trace {

    /** How often an expression was evaluated, how often it held, and what it gave last. */
    static final class Tally {
        long evaluated;
        long held;

        @Nullable
        Object last;
    }

    private final Map<Expression, Tally> tallies = new IdentityHashMap<>();

    @Override
    public void evaluated(Expression expression, @Nullable Object value) {
        Tally tally = tallies.computeIfAbsent(expression, absent -> new Tally());
        tally.evaluated++;
        if (holds(value)) {
            tally.held++;
        }
        tally.last = value;
    }

    /** What is true, and what is there: a list with members, any other value but false. */
    static boolean holds(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case java.util.List<?> list -> list.stream().anyMatch(member -> member != null);
            default -> true;
        };
    }

    @Nullable
    Tally of(Expression expression) {
        return tallies.get(expression);
    }
}
