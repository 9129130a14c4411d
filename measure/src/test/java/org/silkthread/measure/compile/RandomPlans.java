package org.silkthread.measure.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;
import org.silkthread.measure.plan.TypeRef;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Precision;
import org.silkthread.measure.value.Quantity;

/** Plans of random expressions: every kind of node, over values of every kind, right and wrong. */
final class RandomPlans {

    private static final List<Operator> BINARY = List.of(
            Operator.ADD,
            Operator.SUBTRACT,
            Operator.MULTIPLY,
            Operator.DIVIDE,
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.EQUIVALENT,
            Operator.LESS,
            Operator.GREATER_OR_EQUAL,
            Operator.SAME_OR_BEFORE,
            Operator.AFTER,
            Operator.DURATION_BETWEEN,
            Operator.IN,
            Operator.CONTAINS,
            Operator.INCLUDED_IN,
            Operator.OVERLAPS,
            Operator.UNION,
            Operator.LIST_UNION,
            Operator.INTERSECT,
            Operator.EXCEPT,
            Operator.CONCATENATE,
            Operator.COLLAPSE);
    private static final List<Operator> UNARY = List.of(
            Operator.NEGATE,
            Operator.IS_NULL,
            Operator.IS_TRUE,
            Operator.START,
            Operator.END,
            Operator.EXISTS,
            Operator.DISTINCT,
            Operator.FLATTEN,
            Operator.FIRST,
            Operator.LAST,
            Operator.SINGLETON_FROM,
            Operator.TO_LIST,
            Operator.COUNT,
            Operator.MIN,
            Operator.SUM,
            Operator.ALL_TRUE,
            Operator.UPPER,
            Operator.TO_STRING,
            Operator.TO_DECIMAL,
            Operator.TO_CONCEPT,
            Operator.DATE_FROM);
    private static final List<String> TYPES =
            List.of("Integer", "Decimal", "String", "Boolean", "DateTime", "Quantity", "FHIR.Encounter", "FHIR.Period");
    private static final List<String> ELEMENTS =
            List.of("status", "period", "start", "end", "type", "coding", "code", "class", "value", "id", "reasonCode");

    private final Random random;
    private final FhirModel model = FhirModel.r4();
    private final List<Plan.Definition> definitions = new ArrayList<>();
    private final List<Plan.Function> functions = new ArrayList<>();
    private int frame;
    private final List<Integer> locals = new ArrayList<>();

    RandomPlans(long seed) {
        random = new Random(seed);
    }

    /** A plan of a few functions and of definitions that call them and one another. */
    Plan plan() {
        for (int i = 0; i < 3; i++) {
            frame = 1;
            locals.clear();
            locals.add(0);
            Expression body = expression(3);
            functions.add(new Plan.Function(name("f" + i), List.of(TypeRef.ANY), body, frame, false));
        }
        for (int i = 0; i < 6; i++) {
            frame = 0;
            locals.clear();
            Expression body = expression(5);
            definitions.add(new Plan.Definition(name("d" + i), body, frame, TypeRef.ANY));
        }
        return new Plan(definitions, functions, List.of(), new IdentityHashMap<>());
    }

    private static DefinitionName name(String name) {
        return new DefinitionName("Random", "1", name);
    }

    private Expression expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        int below = depth - 1;
        return switch (random.nextInt(26)) {
            case 0 -> new Expression.And(expression(below), expression(below));
            case 1 -> new Expression.Or(expression(below), expression(below));
            case 2 -> new Expression.Xor(condition(below), condition(below));
            case 3 -> new Expression.Implies(expression(below), expression(below));
            case 4 -> new Expression.Not(condition(below));
            case 5 -> new Expression.If(condition(below), expression(below), expression(below));
            case 6 -> cases(below);
            case 7 -> new Expression.Coalesce(several(below));
            case 8 -> new Expression.ListOf(several(below));
            case 9 -> new Expression.As(expression(below), type(), false);
            case 10 -> new Expression.Is(expression(below), type());
            case 11 -> new Expression.TupleOf(List.of("a", "code"), List.of(expression(below), expression(below)));
            case 12 -> interval(below);
            case 13 -> filter(below);
            case 14 -> forEach(below);
            case 15, 16, 17 -> query(below);
            case 18, 19 -> new Expression.Property(expression(below), pick(ELEMENTS));
            case 20 -> retrieve();
            case 21 -> call(below);
            default -> apply(below);
        };
    }

    private Expression leaf() {
        if (!locals.isEmpty() && random.nextInt(2) == 0) {
            return new Expression.Local(pick(locals));
        }
        if (!definitions.isEmpty() && random.nextInt(4) == 0) {
            return new Expression.DefinitionRef(random.nextInt(definitions.size()));
        }
        return random.nextInt(4) == 0 ? retrieve() : new Expression.Literal(literal());
    }

    private Object literal() {
        return switch (random.nextInt(9)) {
            case 0 -> random.nextInt(4) - 1;
            case 1 -> BigDecimal.valueOf(random.nextInt(40), 1);
            case 2 -> pick(List.of("finished", "planned", ""));
            case 3 -> random.nextBoolean();
            case 4 -> DateTime.parse("2026-0" + (1 + random.nextInt(3)) + "-10T08:00:00.000Z");
            case 5 -> Date.parse(pick(List.of("2026", "2026-02", "2026-02-10")));
            case 6 -> new Quantity(BigDecimal.valueOf(random.nextInt(5)), pick(List.of("1", "day", "mg", "g")));
            case 7 -> new Code("AMB", "urn:class", null, null);
            default -> DateTime.parse("2026-02");
        };
    }

    private Expression condition(int depth) {
        return new Expression.Apply(Operator.EQUAL, null, List.of(expression(depth), expression(depth)));
    }

    private List<Expression> several(int depth) {
        List<Expression> expressions = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            expressions.add(expression(depth));
        }
        return expressions;
    }

    private Expression cases(int depth) {
        Optional<Expression> comparand = random.nextBoolean() ? Optional.of(expression(depth)) : Optional.empty();
        List<Expression.Branch> branches = List.of(
                new Expression.Branch(expression(depth), expression(depth)),
                new Expression.Branch(expression(depth), expression(depth)));
        return new Expression.Case(comparand, branches, expression(depth));
    }

    private Expression interval(int depth) {
        return new Expression.IntervalOf(
                expression(depth),
                new Expression.Literal(random.nextBoolean()),
                expression(depth),
                new Expression.Literal(random.nextBoolean()),
                PointType.ANY);
    }

    private Expression apply(int depth) {
        if (random.nextBoolean()) {
            return new Expression.Apply(pick(UNARY), null, List.of(expression(depth)));
        }
        Operator operator = pick(BINARY);
        Precision precision =
                operator == Operator.DURATION_BETWEEN ? Precision.DAY : random.nextInt(4) == 0 ? Precision.MONTH : null;
        return new Expression.Apply(operator, precision, List.of(expression(depth), expression(depth)));
    }

    private Expression retrieve() {
        boolean coded = random.nextBoolean();
        return new Expression.Retrieve(
                model.required(pick(List.of("Encounter", "Condition"))),
                random.nextInt(3) == 0 ? "urn:profile" : "",
                coded ? pick(List.of("type", "code")) : "",
                "~",
                coded ? Optional.of(new Expression.Literal(new Code("a", "urn:codes", null, null))) : Optional.empty(),
                "",
                Optional.empty());
    }

    private Expression call(int depth) {
        return functions.isEmpty()
                ? apply(depth)
                : new Expression.FunctionCall(List.of(random.nextInt(functions.size())), List.of(expression(depth)));
    }

    private Expression filter(int depth) {
        Expression values = expression(depth);
        int slot = enter();
        Expression condition = condition(depth);
        leave();
        return new Expression.Filter(values, slot, condition);
    }

    private Expression forEach(int depth) {
        Expression values = expression(depth);
        int slot = enter();
        Expression value = expression(depth);
        leave();
        return new Expression.ForEach(values, slot, value);
    }

    /** As in CQL a query returns or aggregates, and where an aggregate starts and a sort key do not see its aliases. */
    private Expression query(int depth) {
        Expression starting = expression(0);
        List<Expression.Source> sources = new ArrayList<>();
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            Expression values = random.nextBoolean() ? retrieve() : expression(depth);
            sources.add(new Expression.Source("s" + i, enter(), values));
        }
        Expression let = expression(depth);
        List<Expression.Let> lets = List.of(new Expression.Let(enter(), let));
        List<Expression.Relationship> relationships = random.nextInt(3) == 0 ? List.of(related(depth)) : List.of();
        Optional<Expression> where = random.nextBoolean() ? Optional.of(condition(depth)) : Optional.empty();
        Optional<Expression.Result> result = random.nextBoolean()
                ? Optional.of(new Expression.Result(expression(depth), random.nextBoolean()))
                : Optional.empty();
        Optional<Expression.Fold> fold = Optional.empty();
        if (random.nextInt(6) == 0) {
            result = Optional.empty();
            int slot = enter();
            fold = Optional.of(new Expression.Fold(slot, starting, expression(depth), false));
            leave();
        }
        sources.forEach(source -> leave());
        leave();
        List<Expression.SortKey> keys = List.of();
        if (random.nextInt(4) == 0) {
            int slot = enter();
            keys = List.of(new Expression.SortKey(slot, expression(1), random.nextBoolean()));
            leave();
        }
        return new Expression.Query(sources, lets, relationships, where, result, fold, keys);
    }

    private Expression.Relationship related(int depth) {
        Expression values = random.nextBoolean() ? retrieve() : expression(depth);
        int slot = enter();
        Expression suchThat = condition(depth);
        leave();
        return new Expression.Relationship(slot, values, suchThat, random.nextBoolean());
    }

    private int enter() {
        locals.add(frame);
        return frame++;
    }

    private void leave() {
        locals.removeLast();
    }

    private TypeRef type() {
        return new TypeRef.Named(pick(TYPES));
    }

    private <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
