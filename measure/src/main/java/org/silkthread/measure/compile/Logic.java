package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Binary;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.value.Settings;

/** Three-valued logic and choices: only what is needed is evaluated. */
final class Logic {

    private static final Binary EQUAL = Operator.EQUAL.binary(null);

    private Logic() {}

    static final class And extends Closure implements Folding {

        private final Closure left;
        private final Closure right;

        And(Closure left, Closure right) {
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            if (first == Boolean.FALSE) {
                return Boolean.FALSE;
            }
            Object second = right.value(frame);
            return second == Boolean.FALSE ? Boolean.FALSE : first == null ? null : second;
        }

        @Override
        public boolean foldable() {
            return Folding.constant(left, right);
        }
    }

    static final class Or extends Closure implements Folding {

        private final Closure left;
        private final Closure right;

        Or(Closure left, Closure right) {
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            if (first == Boolean.TRUE) {
                return Boolean.TRUE;
            }
            Object second = right.value(frame);
            return second == Boolean.TRUE ? Boolean.TRUE : first == null ? null : second;
        }

        @Override
        boolean holds(Frame frame) {
            return left.holds(frame) || right.holds(frame);
        }

        @Override
        public boolean foldable() {
            return Folding.constant(left, right);
        }
    }

    static final class Xor extends Closure implements Folding {

        private final Closure left;
        private final Closure right;

        Xor(Closure left, Closure right) {
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            Object second = right.value(frame);
            return first == null || second == null ? null : Boolean.valueOf(first != second);
        }

        @Override
        public boolean foldable() {
            return Folding.constant(left, right);
        }
    }

    static final class Implies extends Closure implements Folding {

        private final Closure left;
        private final Closure right;

        Implies(Closure left, Closure right) {
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            if (first == Boolean.FALSE) {
                return Boolean.TRUE;
            }
            Object second = right.value(frame);
            return second == Boolean.TRUE ? Boolean.TRUE : first == null ? null : second;
        }

        @Override
        public boolean foldable() {
            return Folding.constant(left, right);
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
            return value == null ? null : Boolean.valueOf(value != Boolean.TRUE);
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
                        : EQUAL.apply(settings, compared, whens[i].value(frame)) == Boolean.TRUE;
                if (taken) {
                    return thens[i].value(frame);
                }
            }
            return otherwise.value(frame);
        }
    }
}
