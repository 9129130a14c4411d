package org.silkthread.measure.compile;

import static org.silkthread.measure.operator.Logic.isFalse;
import static org.silkthread.measure.operator.Logic.isTrue;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Binary;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.value.Settings;

/**
 * Three-valued logic and choices: only what is needed is evaluated. Each operator is a class with a {@code value} of its
 * own, however alike they look: one method for all would be called from everywhere, and the JIT would not inline it.
 */
final class Logic {

    private static final Binary EQUAL = Operator.EQUAL.binary(null);

    private Logic() {}

    /** What the operators of two truth values share; not the way they are evaluated. */
    abstract static class Pair extends Closure implements Folding {

        final Closure left;
        final Closure right;

        Pair(Closure left, Closure right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public boolean foldable() {
            return Folding.constant(left, right);
        }
    }

    static final class And extends Pair {

        And(Closure left, Closure right) {
            super(left, right);
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            if (isFalse(first)) {
                return first;
            }
            Object second = right.value(frame);
            return first == null && !isFalse(second) ? null : second;
        }
    }

    static final class Or extends Pair {

        Or(Closure left, Closure right) {
            super(left, right);
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            if (isTrue(first)) {
                return first;
            }
            Object second = right.value(frame);
            return first == null && !isTrue(second) ? null : second;
        }

        @Override
        boolean holds(Frame frame) {
            return left.holds(frame) || right.holds(frame);
        }
    }

    static final class Xor extends Pair {

        Xor(Closure left, Closure right) {
            super(left, right);
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            Object second = right.value(frame);
            return (first == null || second == null) ? null : (Boolean) (isTrue(first) != isTrue(second));
        }
    }

    static final class Implies extends Pair {

        Implies(Closure left, Closure right) {
            super(left, right);
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            if (isFalse(first)) {
                return true;
            }
            Object second = right.value(frame);
            return first == null && !isTrue(second) ? null : second;
        }
    }

    static final class Not extends Closure implements Folding {

        private final Closure operand;

        Not(Closure operand) {
            this.operand = operand;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object value = operand.value(frame);
            return value == null ? null : (Boolean) !isTrue(value);
        }

        @Override
        public boolean foldable() {
            return operand.constant();
        }
    }

    static final class If extends Closure implements Folding {

        private final Closure condition;
        private final Closure then;
        private final Closure otherwise;

        If(Closure condition, Closure then, Closure otherwise) {
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return condition.holds(frame) ? then.value(frame) : otherwise.value(frame);
        }

        @Override
        public boolean foldable() {
            return Folding.constant(condition, then, otherwise);
        }
    }

    static final class Case extends Closure {

        private final Settings settings;
        private final @Nullable Closure comparand;
        private final Closure[] whens;
        private final Closure[] thens;
        private final Closure otherwise;

        Case(Settings settings, @Nullable Closure comparand, Closure[] whens, Closure[] thens, Closure otherwise) {
            this.settings = settings;
            this.comparand = comparand;
            this.whens = whens;
            this.thens = thens;
            this.otherwise = otherwise;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object compared = comparand == null ? null : comparand.value(frame);
            for (int i = 0; i < whens.length; i++) {
                boolean taken = comparand == null
                        ? whens[i].holds(frame)
                        : isTrue(EQUAL.apply(settings, compared, whens[i].value(frame)));
                if (taken) {
                    return thens[i].value(frame);
                }
            }
            return otherwise.value(frame);
        }
    }
}
