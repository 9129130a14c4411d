package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Binary;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.operator.OperatorException;
import org.silkthread.measure.operator.Unary;
import org.silkthread.measure.operator.Variadic;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.value.Settings;

/** Strict operators with compiled operands. */
final class OperatorClosure {

    private OperatorClosure() {}

    static Closure of(Expression.Apply apply, Settings settings, Closure[] operands, String place) {
        Operator operator = apply.operator();
        return switch (operands.length) {
            case 1 -> new One(operator, operator.unary(apply.precision()), settings, operands[0], place);
            case 2 -> new Two(operator, operator.binary(apply.precision()), settings, operands[0], operands[1], place);
            default -> new Many(operator, operator.variadic(apply.precision()), settings, operands, place);
        };
    }

    private static final class One extends Closure implements Folding {

        private final Operator operator;
        private final Unary function;
        private final Settings settings;
        private final Closure operand;
        private final String place;

        One(Operator operator, Unary function, Settings settings, Closure operand, String place) {
            this.operator = operator;
            this.function = function;
            this.settings = settings;
            this.operand = operand;
            this.place = place;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object value = operand.value(frame);
            try {
                return function.apply(settings, value);
            } catch (OperatorException problem) {
                frame.patient.problem(place + operator + ": " + problem.getMessage());
                return null;
            } catch (RuntimeException problem) {
                throw OperatorCompiler.failure(place, operator, problem);
            }
        }

        @Override
        public boolean foldable() {
            return operand.constant();
        }
    }

    private static final class Two extends Closure implements Folding {

        private final Operator operator;
        private final Binary function;
        private final Settings settings;
        private final Closure left;
        private final Closure right;
        private final String place;

        Two(Operator operator, Binary function, Settings settings, Closure left, Closure right, String place) {
            this.operator = operator;
            this.function = function;
            this.settings = settings;
            this.left = left;
            this.right = right;
            this.place = place;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object first = left.value(frame);
            Object second = right.value(frame);
            try {
                return function.apply(settings, first, second);
            } catch (OperatorException problem) {
                frame.patient.problem(place + operator + ": " + problem.getMessage());
                return null;
            } catch (RuntimeException problem) {
                throw OperatorCompiler.failure(place, operator, problem);
            }
        }

        @Override
        public boolean foldable() {
            return Folding.constant(left, right);
        }
    }

    private static final class Many extends Closure implements Folding {

        private final Operator operator;
        private final Variadic function;
        private final Settings settings;
        private final Closure[] operands;
        private final String place;

        Many(Operator operator, Variadic function, Settings settings, Closure[] operands, String place) {
            this.operator = operator;
            this.function = function;
            this.settings = settings;
            this.operands = operands;
            this.place = place;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            @Nullable Object[] values = Basics.values(operands, frame);
            try {
                return function.apply(settings, values);
            } catch (OperatorException problem) {
                frame.patient.problem(place + operator + ": " + problem.getMessage());
                return null;
            } catch (RuntimeException problem) {
                throw OperatorCompiler.failure(place, operator, problem);
            }
        }

        /** Operators without operands, such as the moment of evaluation, are the same for all patients too. */
        @Override
        public boolean foldable() {
            return Folding.constant(operands);
        }
    }
}
