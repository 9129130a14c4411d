package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Settings;

/** An operator of any number of operands; the array is not kept. */
@FunctionalInterface
public interface Variadic {
    @Nullable
    Object apply(Settings settings, @Nullable Object[] operands);
}
