package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Settings;

/** An operator of two operands. */
@FunctionalInterface
public interface Binary {
    @Nullable
    Object apply(Settings settings, @Nullable Object left, @Nullable Object right);
}
