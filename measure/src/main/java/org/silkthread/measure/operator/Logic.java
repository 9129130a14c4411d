package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;

/** Three-valued logic: null stands for unknown. */
public final class Logic {

    private Logic() {}

    /** Whether a value is true. Truth values are the two constants everywhere in the engine, so that identity tells. */
    @SuppressWarnings("ReferenceEquality")
    public static boolean isTrue(@Nullable Object value) {
        return value == Boolean.TRUE;
    }

    /** Whether a value is false, and not unknown. */
    @SuppressWarnings("ReferenceEquality")
    public static boolean isFalse(@Nullable Object value) {
        return value == Boolean.FALSE;
    }

    public static @Nullable Boolean not(@Nullable Boolean operand) {
        return operand == null ? null : (Boolean) !operand;
    }

    public static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (isFalse(left) || isFalse(right)) {
            return false;
        }
        return (left == null || right == null) ? null : Boolean.TRUE;
    }

    public static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
        if (isTrue(left) || isTrue(right)) {
            return true;
        }
        return (left == null || right == null) ? null : Boolean.FALSE;
    }

    public static @Nullable Boolean xor(@Nullable Boolean left, @Nullable Boolean right) {
        return (left == null || right == null) ? null : (Boolean) !left.equals(right);
    }

    public static @Nullable Boolean implies(@Nullable Boolean left, @Nullable Boolean right) {
        return or(not(left), right);
    }
}
