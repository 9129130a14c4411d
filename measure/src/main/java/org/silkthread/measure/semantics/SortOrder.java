package org.silkthread.measure.semantics;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Binary;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.value.Settings;

/** The order of values in a sort clause: absent values first; what cannot be told apart stays in its order. */
public final class SortOrder {

    private static final Binary LESS = Operator.LESS.binary(null);
    private static final Binary GREATER = Operator.GREATER.binary(null);

    private SortOrder() {}

    /** Less than 0, 0 or greater than 0, as for a comparator, ascending. */
    public static int compare(Settings settings, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (LESS.apply(settings, left, right) == Boolean.TRUE) {
            return -1;
        }
        return GREATER.apply(settings, left, right) == Boolean.TRUE ? 1 : 0;
    }
}
