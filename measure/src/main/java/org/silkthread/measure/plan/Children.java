package org.silkthread.measure.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expressions that stand directly within an expression, in the order in which they are written. */
public final class Children {

    private Children() {}

    public static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> List.of();
            case Expression.DefinitionRef reference -> List.of();
            case Expression.ParameterRef reference -> List.of();
            case Expression.Local local -> List.of();
            case Expression.Unsupported unsupported -> List.of();
            case Expression.Apply apply -> apply.operands();
            case Expression.And and -> List.of(and.left(), and.right());
            case Expression.Or or -> List.of(or.left(), or.right());
            case Expression.Xor xor -> List.of(xor.left(), xor.right());
            case Expression.Implies implies -> List.of(implies.left(), implies.right());
            case Expression.Not not -> List.of(not.operand());
            case Expression.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expression.Case cases -> cases(cases);
            case Expression.Coalesce coalesce -> coalesce.operands();
            case Expression.FunctionCall call -> call.arguments();
            case Expression.Property property -> List.of(property.source());
            case Expression.Retrieve retrieve -> retrieve(retrieve);
            case Expression.Query query -> query(query);
            case Expression.Sort sort -> sort(sort);
            case Expression.Filter filter -> List.of(filter.values(), filter.condition());
            case Expression.ForEach each -> List.of(each.values(), each.value());
            case Expression.Repeat repeat -> List.of(repeat.values(), repeat.value());
            case Expression.As as -> List.of(as.operand());
            case Expression.Is is -> List.of(is.operand());
            case Expression.TupleOf tuple -> tuple.values();
            case Expression.InstanceOf instance -> instance.values();
            case Expression.IntervalOf interval ->
                List.of(interval.low(), interval.lowClosed(), interval.high(), interval.highClosed());
            case Expression.ListOf list -> list.elements();
            case Expression.InValueSet in -> List.of(in.code(), in.valueSet());
            case Expression.InCodeSystem in -> List.of(in.code(), in.codeSystem());
            case Expression.ExpandValueSet expand -> List.of(expand.valueSet());
            case Expression.Subsumes subsumes -> List.of(subsumes.ancestor(), subsumes.descendant());
            case Expression.Descendants descendants -> List.of(descendants.source());
            case Expression.Message message ->
                List.of(message.source(), message.condition(), message.code(), message.severity(), message.message());
        };
    }

    private static List<Expression> cases(Expression.Case cases) {
        List<Expression> children = new ArrayList<>();
        cases.comparand().ifPresent(children::add);
        for (Expression.Branch branch : cases.branches()) {
            children.add(branch.when());
            children.add(branch.then());
        }
        children.add(cases.otherwise());
        return children;
    }

    private static List<Expression> retrieve(Expression.Retrieve retrieve) {
        List<Expression> children = new ArrayList<>();
        for (Optional<Expression> part : List.of(retrieve.codes(), retrieve.dateRange())) {
            part.ifPresent(children::add);
        }
        return children;
    }

    private static List<Expression> query(Expression.Query query) {
        List<Expression> children = new ArrayList<>();
        query.sources().forEach(source -> children.add(source.values()));
        query.lets().forEach(let -> children.add(let.value()));
        for (Expression.Relationship relationship : query.relationships()) {
            children.add(relationship.values());
            children.add(relationship.suchThat());
        }
        query.where().ifPresent(children::add);
        query.result().ifPresent(result -> children.add(result.value()));
        query.fold().ifPresent(fold -> {
            children.add(fold.starting());
            children.add(fold.step());
        });
        query.sort().forEach(key -> children.add(key.key()));
        return children;
    }

    private static List<Expression> sort(Expression.Sort sort) {
        List<Expression> children = new ArrayList<>();
        children.add(sort.values());
        sort.keys().forEach(key -> children.add(key.key()));
        return children;
    }
}
