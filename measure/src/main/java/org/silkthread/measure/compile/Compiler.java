package org.silkthread.measure.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.plan.Plan.Parameter;
import org.silkthread.measure.plan.TypeRef;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.TypeTest;

/** Makes closures of a plan's expressions. Constants are evaluated here, once. */
final class Compiler {

    final Inputs inputs;
    final Sharing sharing;
    final CodeGroups groups;
    private final CompiledFunction[] functions;
    private final Closure[] bodies;
    private final Closure[] parameters;
    private final QueryCompiler queries = new QueryCompiler(this);
    private final CodeCompiler codes = new CodeCompiler(this);
    private final OperatorCompiler operators = new OperatorCompiler(this);
    private final Map<String, SlotTable> slots = new HashMap<>();

    Compiler(Inputs inputs) {
        this.inputs = inputs;
        Plan plan = inputs.plan();
        this.sharing = new Sharing(plan);
        this.groups = new CodeGroups(inputs.valueSets(), inputs.model());
        this.parameters = plan.parameters().stream().map(this::parameter).toArray(Closure[]::new);
        Purity purity = new Purity(plan);
        this.functions = new CompiledFunction[plan.functions().size()];
        for (int i = 0; i < functions.length; i++) {
            Plan.Function function = plan.functions().get(i);
            CompiledFunction.Remembered remembered = function.operands().size() != 1
                    ? CompiledFunction.Remembered.NEVER
                    : purity.pure(i)
                            ? CompiledFunction.Remembered.FOR_ALL
                            : CompiledFunction.Remembered.FOR_THE_PATIENT;
            functions[i] = new CompiledFunction(function.frame(), tests(function.operands()), remembered);
        }
        for (int i = 0; i < functions.length; i++) {
            functions[i].body(compile(plan.functions().get(i).body(), true));
        }
        this.bodies = plan.definitions().stream()
                .map(definition -> root(definition.expression()))
                .toArray(Closure[]::new);
    }

    CompiledFunction[] functions() {
        return functions;
    }

    Closure[] bodies() {
        return bodies;
    }

    int sharedCount() {
        return sharing.slots();
    }

    private TypeTest[] tests(List<TypeRef> types) {
        return types.stream().map(this::test).toArray(TypeTest[]::new);
    }

    TypeTest test(TypeRef type) {
        return TypeTest.of(inputs.model(), type);
    }

    private Closure parameter(Parameter parameter) {
        String name = parameter.name().name();
        if (inputs.parameters().containsKey(name)) {
            return new Closure.Constant(inputs.parameters().get(name));
        }
        return parameter.standard().map(standard -> compile(standard, false)).orElse(new Closure.Constant(null));
    }

    /** The body of a definition, whose value the evaluation remembers itself. */
    private Closure root(Expression expression) {
        return sharing.shared(expression, false) ? compile(expression, false) : fresh(expression, false);
    }

    /** @param repeated whether the expression stands where it is evaluated for each row or call */
    Closure compile(Expression expression, boolean repeated) {
        if (!sharing.shared(expression, repeated)) {
            return fresh(expression, repeated);
        }
        int slot = sharing.slot(expression);
        Closure closure = fresh(expression, false);
        return new Shared(slot, closure, Locals.frame(expression));
    }

    SlotTable slots(String element) {
        return slots.computeIfAbsent(
                element, name -> new SlotTable(name, inputs.model().types().size()));
    }

    /** All of them, in order. */
    Closure[] all(List<Expression> expressions, boolean repeated) {
        return expressions.stream()
                .map(expression -> compile(expression, repeated))
                .toArray(Closure[]::new);
    }

    private Closure fresh(Expression expression, boolean repeated) {
        Closure closure = closure(expression, repeated);
        return closure instanceof Folding folding && folding.foldable() ? folded(closure) : closure;
    }

    /** The value of an expression that depends on no patient; what fails then fails for those who come to it. */
    private static Closure folded(Closure closure) {
        try {
            return new Closure.Constant(closure.value(Folding.NO_FRAME));
        } catch (RuntimeException failing) {
            return closure;
        }
    }

    private Closure closure(Expression expression, boolean repeated) {
        return switch (expression) {
            case Expression.Literal literal -> new Closure.Constant(literal.value());
            case Expression.Local local -> new Basics.LocalValue(local.slot());
            case Expression.DefinitionRef reference -> new Basics.DefinitionValue(reference.definition());
            case Expression.ParameterRef reference -> parameters[reference.parameter()];
            case Expression.Property property ->
                new PropertyClosure(compile(property.source(), repeated), property.name(), slots(property.name()));
            case Expression.And and -> new Logic.And(compile(and.left(), repeated), compile(and.right(), repeated));
            case Expression.Or or -> new Logic.Or(compile(or.left(), repeated), compile(or.right(), repeated));
            case Expression.Xor xor -> new Logic.Xor(compile(xor.left(), repeated), compile(xor.right(), repeated));
            case Expression.Implies implies ->
                new Logic.Implies(compile(implies.left(), repeated), compile(implies.right(), repeated));
            case Expression.Not not -> new Logic.Not(compile(not.operand(), repeated));
            case Expression.If choice ->
                new Logic.If(
                        compile(choice.condition(), repeated),
                        compile(choice.then(), repeated),
                        compile(choice.otherwise(), repeated));
            case Expression.Case cases -> cases(cases, repeated);
            case Expression.Coalesce coalesce -> new Basics.Coalesce(all(coalesce.operands(), repeated));
            case Expression.Apply apply -> operators.compile(apply, repeated);
            case Expression.FunctionCall call -> operators.call(call, functions, repeated);
            case Expression.Query query -> queries.query(query, repeated);
            case Expression.Sort sort -> queries.sort(sort, repeated);
            case Expression.Filter filter -> queries.filter(filter, repeated);
            case Expression.ForEach each -> queries.forEach(each, repeated);
            case Expression.Repeat repeat -> queries.repeat(repeat, repeated);
            case Expression.As as ->
                new Basics.As(compile(as.operand(), repeated), test(as.type()), as.strict(), as.type());
            case Expression.Is is -> new Basics.Is(compile(is.operand(), repeated), test(is.type()));
            case Expression.TupleOf tuple -> new Basics.TupleOf(tuple.names(), all(tuple.values(), repeated));
            case Expression.InstanceOf instance ->
                new Basics.InstanceOf(
                        inputs.model(), instance.type(), instance.names(), all(instance.values(), repeated));
            case Expression.IntervalOf interval ->
                new Basics.IntervalOf(
                        inputs.settings(),
                        compile(interval.low(), repeated),
                        compile(interval.lowClosed(), repeated),
                        compile(interval.high(), repeated),
                        compile(interval.highClosed(), repeated),
                        interval.pointType(),
                        place(expression));
            case Expression.ListOf list -> new Basics.ListOf(all(list.elements(), repeated));
            case Expression.Retrieve retrieve -> codes.retrieve(retrieve);
            case Expression.InValueSet in -> codes.inValueSet(in, repeated);
            case Expression.InCodeSystem in ->
                new Basics.InCodeSystem(
                        inputs.valueSets(), compile(in.code(), repeated), compile(in.codeSystem(), repeated));
            case Expression.ExpandValueSet expand ->
                new Basics.ExpandValueSet(inputs.valueSets(), compile(expand.valueSet(), repeated));
            case Expression.Subsumes subsumes ->
                new Basics.Subsumes(
                        inputs.valueSets(),
                        compile(subsumes.ancestor(), repeated),
                        compile(subsumes.descendant(), repeated));
            case Expression.Descendants descendants ->
                new Basics.Descendants(compile(descendants.source(), repeated), descendants.childrenOnly());
            case Expression.Message message ->
                new Basics.Message(
                        compile(message.source(), repeated),
                        compile(message.condition(), repeated),
                        compile(message.code(), repeated),
                        compile(message.severity(), repeated),
                        compile(message.message(), repeated),
                        place(expression));
            case Expression.Unsupported unsupported -> new Basics.Failing(place(expression) + unsupported.reason());
        };
    }

    private Closure cases(Expression.Case cases, boolean repeated) {
        Closure[] whens = cases.branches().stream()
                .map(branch -> compile(branch.when(), repeated))
                .toArray(Closure[]::new);
        Closure[] thens = cases.branches().stream()
                .map(branch -> compile(branch.then(), repeated))
                .toArray(Closure[]::new);
        @Nullable
        Closure comparand =
                cases.comparand().isPresent() ? compile(cases.comparand().get(), repeated) : null;
        return new Logic.Case(inputs.settings(), comparand, whens, thens, compile(cases.otherwise(), repeated));
    }

    /** Where in the CQL, as the beginning of a message. */
    String place(Expression expression) {
        return inputs.plan()
                .position(expression)
                .map(position -> position + ": ")
                .orElse("");
    }

    EvaluationException failure(Expression expression, String reason) {
        return new EvaluationException(place(expression) + reason);
    }

    /** A shared expression's value, remembered by the evaluation. */
    private static final class Shared extends Closure {

        private final int slot;
        private final Closure closure;
        private final int frame;

        Shared(int slot, Closure closure, int frame) {
            this.slot = slot;
            this.closure = closure;
            this.frame = frame;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return frame.patient.shared(slot, closure, this.frame);
        }
    }
}
