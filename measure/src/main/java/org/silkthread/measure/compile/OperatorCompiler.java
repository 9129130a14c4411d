package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;

/** Compiles strict operators and calls of functions. */
final class OperatorCompiler {

    private final Compiler compiler;

    OperatorCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    Closure compile(Expression.Apply apply, boolean repeated) {
        List<Expression> operands = apply.operands();
        if (apply.operator() == Operator.EXISTS) {
            return new Exists(compiler.compile(operands.getFirst(), repeated));
        }
        if (isUnion(apply)) {
            return union(apply, repeated);
        }
        if (apply.operator() == Operator.EQUIVALENT) {
            CodeCompiler codes = new CodeCompiler(compiler);
            Closure quick = codes.equivalent(operands.get(0), operands.get(1), repeated);
            if (quick == null) {
                quick = codes.equivalent(operands.get(1), operands.get(0), repeated);
            }
            if (quick != null) {
                return quick;
            }
        }
        return OperatorClosure.of(
                apply, compiler.inputs.settings(), compiler.all(operands, repeated), compiler.place(apply));
    }

    /** A chain of unions as one, unless a part of it is evaluated once for several places. */
    private Closure union(Expression.Apply apply, boolean repeated) {
        List<Closure> members = new ArrayList<>();
        List<UnionClosure.Step> steps = new ArrayList<>();
        Expression left = apply;
        while (isUnion(left) && (left == apply || !compiler.sharing.shared(left, repeated))) {
            Expression.Apply union = (Expression.Apply) left;
            members.addFirst(compiler.compile(union.operands().get(1), repeated));
            steps.addFirst(new UnionClosure.Step(union.operator(), compiler.place(union)));
            left = union.operands().getFirst();
        }
        members.addFirst(compiler.compile(left, repeated));
        return new UnionClosure(compiler.inputs.settings(), members.toArray(Closure[]::new), List.copyOf(steps));
    }

    private static boolean isUnion(Expression expression) {
        return expression instanceof Expression.Apply apply
                && apply.operands().size() == 2
                && (apply.operator() == Operator.UNION || apply.operator() == Operator.LIST_UNION);
    }

    Closure call(Expression.FunctionCall call, CompiledFunction[] functions, boolean repeated) {
        Closure[] arguments = compiler.all(call.arguments(), repeated);
        CompiledFunction[] candidates =
                call.candidates().stream().map(number -> functions[number]).toArray(CompiledFunction[]::new);
        Closure general =
                candidates.length == 1 ? call(candidates[0], arguments) : new ChosenCall(candidates, arguments);
        Plan plan = compiler.inputs.plan();
        var name = plan.functions().get(call.candidates().getFirst()).name();
        FhirConversions.@Nullable Conversion quick =
                name.library().equals("FHIRHelpers") && arguments.length == 1 ? FhirConversions.of(name.name()) : null;
        return quick == null ? general : new Converted(compiler.groups, quick, arguments[0], candidates);
    }

    private static Closure call(CompiledFunction function, Closure[] arguments) {
        return function.remembers() ? new RememberedCall(function, arguments[0]) : new Call(function, arguments);
    }

    private static final class RememberedCall extends Closure {

        private final CompiledFunction function;
        private final Closure argument;

        RememberedCall(CompiledFunction function, Closure argument) {
            this.function = function;
            this.argument = argument;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return function.call(frame.patient, argument.value(frame));
        }
    }

    private static final class Exists extends Closure {

        private final Closure operand;

        Exists(Closure operand) {
            this.operand = operand;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return operand.exists(frame);
        }
    }

    private static final class Call extends Closure {

        private final CompiledFunction function;
        private final Closure[] arguments;

        Call(CompiledFunction function, Closure[] arguments) {
            this.function = function;
            this.arguments = arguments;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Frame inner = function.open(frame.patient);
            for (int i = 0; i < arguments.length; i++) {
                inner.locals[i] = arguments[i].value(frame);
            }
            return function.run(inner);
        }
    }

    private static final class ChosenCall extends Closure {

        private final CompiledFunction[] candidates;
        private final Closure[] arguments;

        ChosenCall(CompiledFunction[] candidates, Closure[] arguments) {
            this.candidates = candidates;
            this.arguments = arguments;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return choose(candidates, frame, Basics.values(arguments, frame));
        }
    }

    static @Nullable Object choose(CompiledFunction[] candidates, Frame frame, @Nullable Object[] arguments) {
        for (CompiledFunction candidate : candidates) {
            if (candidate.fits(arguments)) {
                return candidate.call(frame.patient, arguments);
            }
        }
        return candidates[0].call(frame.patient, arguments);
    }

    private static final class Converted extends Closure {

        private final CodeGroups groups;
        private final FhirConversions.Conversion quick;
        private final Closure argument;
        private final CompiledFunction[] candidates;

        Converted(
                CodeGroups groups, FhirConversions.Conversion quick, Closure argument, CompiledFunction[] candidates) {
            this.groups = groups;
            this.quick = quick;
            this.argument = argument;
            this.candidates = candidates;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            Object value = argument.value(frame);
            Object converted = quick.apply(groups, value);
            return converted == FhirConversions.LONG_WAY
                    ? choose(candidates, frame, new @Nullable Object[] {value})
                    : converted;
        }
    }

    static EvaluationException failure(String place, Operator operator, RuntimeException problem) {
        return problem instanceof EvaluationException known
                ? known
                : new EvaluationException(place + operator + ": " + problem.getMessage(), problem);
    }
}
