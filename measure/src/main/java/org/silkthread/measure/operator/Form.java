package org.silkthread.measure.operator;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Settings;

/** How an operator takes its operands, with or without a precision. */
sealed interface Form {

    /** One operand, nothing else. */
    interface Plain {
        @Nullable
        Object apply(@Nullable Object operand);
    }

    /** Two operands, nothing else. */
    interface PlainBinary {
        @Nullable
        Object apply(@Nullable Object left, @Nullable Object right);
    }

    /** One operand and a precision. */
    interface PreciseUnary {
        @Nullable
        Object apply(Settings settings, @Nullable Precision precision, @Nullable Object operand);
    }

    /** Two operands and a precision. */
    interface PreciseBinary {
        @Nullable
        Object apply(Settings settings, @Nullable Precision precision, @Nullable Object left, @Nullable Object right);
    }

    record One(PreciseUnary function) implements Form {}

    record Two(PreciseBinary function) implements Form {}

    record Any(Variadic function) implements Form {}

    static Form one(Plain function) {
        return new One((_, _, operand) -> function.apply(operand));
    }

    static Form oneWith(Unary function) {
        return new One((settings, _, operand) -> function.apply(settings, operand));
    }

    static Form oneAt(PreciseUnary function) {
        return new One(function);
    }

    static Form two(PlainBinary function) {
        return new Two((_, _, left, right) -> function.apply(left, right));
    }

    static Form twoWith(Binary function) {
        return new Two((settings, _, left, right) -> function.apply(settings, left, right));
    }

    static Form twoAt(PreciseBinary function) {
        return new Two(function);
    }

    static Form relation(Containment.Relation relation) {
        return new Two(
                (settings, precision, left, right) -> Containment.related(relation, settings, precision, left, right));
    }

    static Form any(Variadic function) {
        return new Any(function);
    }

    /** A left fold of a binary function over any number of operands. */
    static Form folded(Binary function) {
        return new Any((settings, operands) -> {
            Object result = operands[0];
            for (int i = 1; i < operands.length; i++) {
                result = function.apply(settings, result, operands[i]);
            }
            return result;
        });
    }
}
