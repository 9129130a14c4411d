package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;

/** Three-valued logic: null stands for unknown. */
public final class Logic {

    private Logic() {}

    public static @Nullable Boolean not(@Nullable Boolean operand) {
        return operand == null ? null : operand ? Boolean.FALSE : Boolean.TRUE;
    }

    public static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return Boolean.FALSE;
        }
        return left == null || right == null ? null : Boolean.TRUE;
    }

    public static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return Boolean.TRUE;
        }
        return left == null || right == null ? null : Boolean.FALSE;
    }

    public static @Nullable Boolean xor(@Nullable Boolean left, @Nullable Boolean right) {
        return left == null || right == null ? null : (Boolean) !left.equals(right);
    }

    public static @Nullable Boolean implies(@Nullable Boolean left, @Nullable Boolean right) {
        return or(not(left), right);
    }
}
