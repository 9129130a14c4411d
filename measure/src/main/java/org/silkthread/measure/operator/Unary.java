package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Settings;

/** An operator of one operand. */
@FunctionalInterface
public interface Unary {
    @Nullable
    Object apply(Settings settings, @Nullable Object operand);
}
