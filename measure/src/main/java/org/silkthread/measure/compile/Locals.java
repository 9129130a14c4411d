package org.silkthread.measure.compile;

import java.util.BitSet;
import org.silkthread.measure.plan.Children;
import org.silkthread.measure.plan.Expression;

/** Locals that an expression reads and does not bind itself. */
final class Locals {

    private Locals() {}

    static BitSet free(Expression expression) {
        BitSet read = new BitSet();
        BitSet bound = new BitSet();
        collect(expression, read, bound);
        read.andNot(bound);
        return read;
    }

    /** Slots are never used for two names within a frame, so what is bound anywhere below is bound where it is read. */
    private static void collect(Expression expression, BitSet read, BitSet bound) {
        switch (expression) {
            case Expression.Local local -> read.set(local.slot());
            case Expression.Query query -> {
                query.sources().forEach(source -> bound.set(source.slot()));
                query.lets().forEach(let -> bound.set(let.slot()));
                query.relationships().forEach(relationship -> bound.set(relationship.slot()));
                query.fold().ifPresent(fold -> bound.set(fold.slot()));
                query.sort().forEach(key -> bound.set(key.thisSlot()));
            }
            case Expression.Sort sort -> sort.keys().forEach(key -> bound.set(key.thisSlot()));
            case Expression.Filter filter -> bound.set(filter.slot());
            case Expression.ForEach each -> bound.set(each.slot());
            case Expression.Repeat repeat -> bound.set(repeat.slot());
            default -> {}
        }
        Children.of(expression).forEach(child -> collect(child, read, bound));
    }

    /** One more than the highest slot that an expression reads or binds. */
    static int frame(Expression expression) {
        BitSet used = new BitSet();
        BitSet bound = new BitSet();
        collect(expression, used, bound);
        used.or(bound);
        return used.length();
    }
}
