package org.silkthread.measure.semantics;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.value.Settings;

/**
 * The order of values in a sort clause: absent values first, and of dates that agree as far as both are known the less
 * precise first. What cannot be compared stays in its order.
 */
public final class SortOrder {

    private SortOrder() {}

    /** Less than 0, 0 or greater than 0, as for a comparator, ascending. */
    public static int compare(Settings settings, @Nullable Object left, @Nullable Object right) {
        return Operator.order(settings, left, right);
    }
}
