package org.silkthread.measure.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.Evaluation;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.engine.Notes;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.operator.Logic;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.operator.OperatorException;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.plan.Plan.Definition;
import org.silkthread.measure.plan.Plan.Function;
import org.silkthread.measure.plan.Plan.Parameter;
import org.silkthread.measure.plan.TypeRef;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.semantics.ErrorMode;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.Instances;
import org.silkthread.measure.semantics.Properties;
import org.silkthread.measure.semantics.Retrieval;
import org.silkthread.measure.semantics.TypeTest;
import org.silkthread.measure.value.CodeSystem;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Settings;
import org.silkthread.measure.value.Tuple;
import org.silkthread.measure.value.ValueSet;

/** One patient, evaluated plainly. Definitions are remembered; nothing else is. */
final class PlainEvaluation implements Evaluation {

    private sealed interface Outcome {
        record Value(@Nullable Object value) implements Outcome {}

        record Failed(EvaluationException problem) implements Outcome {}
    }

    final Inputs inputs;
    final Settings settings;
    private final Plan plan;
    private final Trace trace;
    private final PatientRecord patient;
    private final Map<Integer, Outcome> definitions = new HashMap<>();
    private final Notes notes = new Notes();
    private final PlainQuery queries = new PlainQuery(this);

    PlainEvaluation(Inputs inputs, Trace trace, PatientRecord patient) {
        this.inputs = inputs;
        this.settings = inputs.settings();
        this.plan = inputs.plan();
        this.trace = trace;
        this.patient = patient;
    }

    @Override
    public @Nullable Object value(int definition) {
        Outcome outcome = definitions.get(definition);
        if (outcome == null) {
            List<String> before = notes.begin();
            outcome = evaluate(plan.definitions().get(definition));
            notes.end(definition, before);
            definitions.put(definition, outcome);
        } else {
            notes.again(definition);
        }
        return switch (outcome) {
            case Outcome.Value(Object value) -> value;
            case Outcome.Failed(EvaluationException problem) -> throw problem;
        };
    }

    private Outcome evaluate(Definition definition) {
        try {
            return new Outcome.Value(eval(definition.expression(), new Object[definition.frame()]));
        } catch (EvaluationException problem) {
            return new Outcome.Failed(problem);
        } catch (RuntimeException | StackOverflowError problem) {
            return new Outcome.Failed(
                    new EvaluationException(definition.name() + ": " + problem.getMessage(), problem));
        }
    }

    @Override
    public @Nullable Object apply(int function, List<@Nullable Object> arguments) {
        Function called = plan.functions().get(function);
        @Nullable Object[] frame = new Object[called.frame()];
        for (int i = 0; i < arguments.size(); i++) {
            frame[i] = arguments.get(i);
        }
        return eval(called.body(), frame);
    }

    @Nullable
    Object eval(Expression expression, @Nullable Object[] frame) {
        Object value = dispatch(expression, frame);
        trace.evaluated(expression, value);
        return value;
    }

    private @Nullable Object dispatch(Expression expression, @Nullable Object[] frame) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Local local -> frame[local.slot()];
            case Expression.Apply apply -> apply(apply, frame);
            case Expression.And and -> and(and, frame);
            case Expression.Or or -> or(or, frame);
            case Expression.Xor xor -> xor(xor, frame);
            case Expression.Implies implies -> implies(implies, frame);
            case Expression.Not not -> negate(eval(not.operand(), frame));
            case Expression.If choice ->
                Logic.isTrue(eval(choice.condition(), frame))
                        ? eval(choice.then(), frame)
                        : eval(choice.otherwise(), frame);
            case Expression.Case cases -> cases(cases, frame);
            case Expression.Coalesce coalesce -> coalesce(coalesce, frame);
            case Expression.DefinitionRef reference -> value(reference.definition());
            case Expression.FunctionCall call -> call(call, frame);
            case Expression.ParameterRef reference ->
                parameter(plan.parameters().get(reference.parameter()));
            case Expression.Property property -> Properties.get(eval(property.source(), frame), property.name());
            case Expression.Retrieve retrieve -> retrieve(retrieve, frame);
            case Expression.Query query -> queries.query(query, frame);
            case Expression.Sort sort -> queries.sort(sort, frame);
            case Expression.Filter filter -> queries.filter(filter, frame);
            case Expression.ForEach each -> queries.forEach(each, frame);
            case Expression.Repeat repeat -> queries.repeat(repeat, frame);
            case Expression.As as -> as(as, frame);
            case Expression.Is is -> {
                Object value = eval(is.operand(), frame);
                yield value != null && isType(value, is.type());
            }
            case Expression.TupleOf tuple -> new Tuple(tuple.names(), evalAll(tuple.values(), frame));
            case Expression.InstanceOf instance ->
                Instances.of(inputs.model(), instance.type(), instance.names(), evalAll(instance.values(), frame));
            case Expression.IntervalOf interval -> interval(interval, frame);
            case Expression.ListOf list -> new ArrayList<>(Arrays.asList(evalAll(list.elements(), frame)));
            case Expression.InValueSet in -> inValueSet(in, frame);
            case Expression.InCodeSystem in -> {
                Object code = eval(in.code(), frame);
                yield eval(in.codeSystem(), frame) instanceof CodeSystem system
                        ? inputs.valueSets().contains(system, code)
                        : null;
            }
            case Expression.ExpandValueSet expand ->
                eval(expand.valueSet(), frame) instanceof ValueSet set
                        ? inputs.valueSets().expansion(set)
                        : null;
            case Expression.Subsumes subsumes ->
                inputs.valueSets().subsumes(eval(subsumes.ancestor(), frame), eval(subsumes.descendant(), frame));
            case Expression.Descendants descendants ->
                Retrieval.below(eval(descendants.source(), frame), descendants.childrenOnly());
            case Expression.Message message -> message(message, frame);
            case Expression.Unsupported unsupported -> throw failure(expression, unsupported.reason());
        };
    }

    private @Nullable Object apply(Expression.Apply apply, @Nullable Object[] frame) {
        @Nullable Object[] operands = evalAll(apply.operands(), frame);
        try {
            return apply.operator().apply(settings, apply.precision(), operands);
        } catch (EvaluationException problem) {
            throw problem;
        } catch (OperatorException problem) {
            problem(apply, apply.operator() + ": " + problem.getMessage());
            return null;
        } catch (RuntimeException problem) {
            throw failure(apply, apply.operator() + ": " + problem.getMessage());
        }
    }

    private @Nullable Object[] evalAll(List<Expression> expressions, @Nullable Object[] frame) {
        @Nullable Object[] values = new Object[expressions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = eval(expressions.get(i), frame);
        }
        return values;
    }

    private @Nullable Object and(Expression.And and, @Nullable Object[] frame) {
        Object left = eval(and.left(), frame);
        if (Logic.isFalse(left)) {
            return false;
        }
        Object right = eval(and.right(), frame);
        return left == null && !Logic.isFalse(right) ? null : right;
    }

    private @Nullable Object or(Expression.Or or, @Nullable Object[] frame) {
        Object left = eval(or.left(), frame);
        if (Logic.isTrue(left)) {
            return true;
        }
        Object right = eval(or.right(), frame);
        return left == null && !Logic.isTrue(right) ? null : right;
    }

    private @Nullable Object xor(Expression.Xor xor, @Nullable Object[] frame) {
        Object left = eval(xor.left(), frame);
        Object right = eval(xor.right(), frame);
        return (left == null || right == null) ? null : (Boolean) !left.equals(right);
    }

    private @Nullable Object implies(Expression.Implies implies, @Nullable Object[] frame) {
        Object left = eval(implies.left(), frame);
        if (Logic.isFalse(left)) {
            return true;
        }
        Object right = eval(implies.right(), frame);
        return left == null && !Logic.isTrue(right) ? null : right;
    }

    private static @Nullable Object negate(@Nullable Object value) {
        return value == null ? null : (Boolean) !Logic.isTrue(value);
    }

    private @Nullable Object cases(Expression.Case cases, @Nullable Object[] frame) {
        Object comparand =
                cases.comparand().isPresent() ? eval(cases.comparand().get(), frame) : null;
        for (Expression.Branch branch : cases.branches()) {
            Object when = eval(branch.when(), frame);
            boolean taken = cases.comparand().isPresent()
                    ? Logic.isTrue(Operator.EQUAL.binary(null).apply(settings, comparand, when))
                    : Logic.isTrue(when);
            if (taken) {
                return eval(branch.then(), frame);
            }
        }
        return eval(cases.otherwise(), frame);
    }

    private @Nullable Object coalesce(Expression.Coalesce coalesce, @Nullable Object[] frame) {
        boolean single = coalesce.operands().size() == 1;
        for (Expression operand : coalesce.operands()) {
            Object value = eval(operand, frame);
            if (single && value instanceof List<?> list) {
                return list.stream()
                        .filter(member -> member != null)
                        .findFirst()
                        .orElse(null);
            }
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable Object call(Expression.FunctionCall call, @Nullable Object[] frame) {
        @Nullable Object[] arguments = evalAll(call.arguments(), frame);
        Function function = plan.functions().get(chosen(call, arguments));
        @Nullable Object[] inner = new Object[function.frame()];
        System.arraycopy(arguments, 0, inner, 0, arguments.length);
        return eval(function.body(), inner);
    }

    /** The first function whose operand types the arguments have; null is of every type. */
    private int chosen(Expression.FunctionCall call, @Nullable Object[] arguments) {
        for (int candidate : call.candidates()) {
            List<TypeRef> types = plan.functions().get(candidate).operands();
            boolean fits = true;
            for (int i = 0; i < arguments.length && fits; i++) {
                Object argument = arguments[i];
                fits = argument == null || isType(argument, types.get(i));
            }
            if (fits) {
                return candidate;
            }
        }
        return call.candidates().getFirst();
    }

    private boolean isType(Object value, TypeRef type) {
        return TypeTest.of(inputs.model(), type).of(value);
    }

    private @Nullable Object parameter(Parameter parameter) {
        String name = parameter.name().name();
        if (inputs.parameters().containsKey(name)) {
            return inputs.parameters().get(name);
        }
        return parameter.standard().isPresent() ? eval(parameter.standard().get(), new Object[0]) : null;
    }

    private @Nullable Object retrieve(Expression.Retrieve retrieve, @Nullable Object[] frame) {
        Object codes = retrieve.codes().isPresent() ? eval(retrieve.codes().get(), frame) : null;
        Object range =
                retrieve.dateRange().isPresent() ? eval(retrieve.dateRange().get(), frame) : null;
        List<Object> found = new ArrayList<>();
        for (Structure resource : patient.resources(retrieve.type())) {
            if (Retrieval.declares(resource, retrieve.profile())
                    && (retrieve.codes().isEmpty() || Retrieval.coded(inputs.valueSets(), retrieve, resource, codes))
                    && (retrieve.dateRange().isEmpty() || Retrieval.dated(settings, retrieve, resource, range))) {
                found.add(resource);
            }
        }
        return found;
    }

    private @Nullable Object as(Expression.As as, @Nullable Object[] frame) {
        Object value = eval(as.operand(), frame);
        if (value == null || isType(value, as.type())) {
            return value;
        }
        if (as.strict()) {
            throw failure(as, "cannot cast " + value + " to " + as.type());
        }
        return null;
    }

    private @Nullable Object inValueSet(Expression.InValueSet in, @Nullable Object[] frame) {
        Object code = eval(in.code(), frame);
        return switch (eval(in.valueSet(), frame)) {
            case ValueSet set -> inputs.valueSets().contains(set, code);
            case null, default -> null;
        };
    }

    private @Nullable Object message(Expression.Message message, @Nullable Object[] frame) {
        if (Logic.isTrue(eval(message.condition(), frame)) && "Error".equals(eval(message.severity(), frame))) {
            problem(message, eval(message.code(), frame) + ": " + eval(message.message(), frame));
        }
        return eval(message.source(), frame);
    }

    private @Nullable Object interval(Expression.IntervalOf interval, @Nullable Object[] frame) {
        Object low = eval(interval.low(), frame);
        Object high = eval(interval.high(), frame);
        boolean lowClosed = Logic.isTrue(eval(interval.lowClosed(), frame));
        boolean highClosed = Logic.isTrue(eval(interval.highClosed(), frame));
        if (!Instances.ordered(settings, low, lowClosed, high, highClosed)) {
            problem(interval, Instances.reversed(low, high));
            return null;
        }
        return new Interval(low, lowClosed, high, highClosed, interval.pointType());
    }

    private void problem(Expression expression, String reason) {
        EvaluationException problem = failure(expression, reason);
        if (inputs.errors() == ErrorMode.RAISE) {
            throw problem;
        }
        notes.add(String.valueOf(problem.getMessage()));
    }

    @Override
    public List<String> takeNotes() {
        return notes.take();
    }

    private EvaluationException failure(Expression expression, String reason) {
        return new EvaluationException(
                plan.position(expression).map(position -> position + ": ").orElse("") + reason);
    }
}
