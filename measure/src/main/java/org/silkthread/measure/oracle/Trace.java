package org.silkthread.measure.oracle;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.plan.Expression;

/** Is told what an evaluation does, in the order in which it happens. */
@FunctionalInterface
public interface Trace {

    Trace NONE = (expression, value) -> {};

    /** An expression was evaluated and gave a value. */
    void evaluated(Expression expression, @Nullable Object value);
}
