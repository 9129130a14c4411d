package org.silkthread.measure.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Logic;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.semantics.SortOrder;
import org.silkthread.measure.value.Tuple;

/** Queries and what else goes over lists, plainly. */
final class PlainQuery {

    private final PlainEvaluation evaluation;

    PlainQuery(PlainEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Nullable
    Object query(Expression.Query query, @Nullable Object[] frame) {
        List<List<?>> sources = new ArrayList<>();
        boolean several = false;
        for (Expression.Source source : query.sources()) {
            Object values = evaluation.eval(source.values(), frame);
            if (values == null) {
                return null;
            }
            several |= values instanceof List<?>;
            sources.add(values instanceof List<?> list ? list : List.of(values));
        }
        List<@Nullable Object> rows = new ArrayList<>();
        combine(query, sources, 0, frame, rows);
        if (query.fold().isPresent()) {
            return folded(query, query.fold().get(), rows, frame);
        }
        if (query.result().isPresent() && query.result().get().distinct() && several) {
            rows = distinct(rows);
        }
        sort(rows, query.sort(), frame);
        if (several) {
            return rows;
        }
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private void combine(
            Expression.Query query,
            List<List<?>> sources,
            int depth,
            @Nullable Object[] frame,
            List<@Nullable Object> rows) {
        if (depth < sources.size()) {
            for (Object value : sources.get(depth)) {
                frame[query.sources().get(depth).slot()] = value;
                combine(query, sources, depth + 1, frame, rows);
            }
            return;
        }
        query.lets().forEach(let -> frame[let.slot()] = evaluation.eval(let.value(), frame));
        for (Expression.Relationship relationship : query.relationships()) {
            if (related(relationship, frame) == relationship.without()) {
                return;
            }
        }
        if (query.where().isPresent()
                && !Logic.isTrue(evaluation.eval(query.where().get(), frame))) {
            return;
        }
        if (query.result().isPresent()) {
            rows.add(evaluation.eval(query.result().get().value(), frame));
        } else {
            rows.add(row(query, frame));
        }
    }

    private @Nullable Object folded(
            Expression.Query query, Expression.Fold fold, List<@Nullable Object> rows, @Nullable Object[] frame) {
        Object total = evaluation.eval(fold.starting(), frame);
        for (Object row : fold.distinct() ? distinct(rows) : rows) {
            boolean several = query.sources().size() > 1;
            for (int i = 0; i < query.sources().size(); i++) {
                frame[query.sources().get(i).slot()] = several && row instanceof Tuple tuple ? tuple.values()[i] : row;
            }
            query.lets().forEach(let -> frame[let.slot()] = evaluation.eval(let.value(), frame));
            frame[fold.slot()] = total;
            total = evaluation.eval(fold.step(), frame);
        }
        return total;
    }

    private static @Nullable Object row(Expression.Query query, @Nullable Object[] frame) {
        if (query.sources().size() == 1) {
            return frame[query.sources().getFirst().slot()];
        }
        List<String> names =
                query.sources().stream().map(Expression.Source::alias).toList();
        return new Tuple(
                names,
                query.sources().stream().map(source -> frame[source.slot()]).toArray());
    }

    private boolean related(Expression.Relationship relationship, @Nullable Object[] frame) {
        Object values = evaluation.eval(relationship.values(), frame);
        List<?> list = values instanceof List<?> several ? several : values == null ? List.of() : List.of(values);
        for (Object value : list) {
            frame[relationship.slot()] = value;
            if (Logic.isTrue(evaluation.eval(relationship.suchThat(), frame))) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private List<@Nullable Object> distinct(List<@Nullable Object> rows) {
        Object distinct = Operator.DISTINCT.unary(null).apply(evaluation.settings, rows);
        return new ArrayList<>((List<@Nullable Object>) distinct);
    }

    @Nullable
    Object sort(Expression.Sort sort, @Nullable Object[] frame) {
        if (!(evaluation.eval(sort.values(), frame) instanceof List<?> list)) {
            return null;
        }
        List<@Nullable Object> rows = new ArrayList<>(list);
        sort(rows, sort.keys(), frame);
        return rows;
    }

    private void sort(List<@Nullable Object> rows, List<Expression.SortKey> keys, @Nullable Object[] frame) {
        if (keys.isEmpty()) {
            return;
        }
        rows.sort((left, right) -> {
            for (Expression.SortKey key : keys) {
                frame[key.thisSlot()] = left;
                Object first = evaluation.eval(key.key(), frame);
                frame[key.thisSlot()] = right;
                int order = SortOrder.compare(evaluation.settings, first, evaluation.eval(key.key(), frame));
                if (order != 0) {
                    return key.descending() ? -order : order;
                }
            }
            return 0;
        });
    }

    @Nullable
    Object filter(Expression.Filter filter, @Nullable Object[] frame) {
        if (!(evaluation.eval(filter.values(), frame) instanceof List<?> list)) {
            return null;
        }
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object value : list) {
            frame[filter.slot()] = value;
            if (Logic.isTrue(evaluation.eval(filter.condition(), frame))) {
                kept.add(value);
            }
        }
        return kept;
    }

    @Nullable
    Object forEach(Expression.ForEach each, @Nullable Object[] frame) {
        if (!(evaluation.eval(each.values(), frame) instanceof List<?> list)) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : list) {
            frame[each.slot()] = value;
            values.add(evaluation.eval(each.value(), frame));
        }
        return values;
    }

    @Nullable
    Object repeat(Expression.Repeat repeat, @Nullable Object[] frame) {
        if (!(evaluation.eval(repeat.values(), frame) instanceof List<?> list)) {
            return null;
        }
        List<@Nullable Object> found = new ArrayList<>();
        List<Object> open = new ArrayList<>(list);
        while (!open.isEmpty()) {
            frame[repeat.slot()] = open.removeFirst();
            Object next = evaluation.eval(repeat.value(), frame);
            for (Object value : next instanceof List<?> several ? several : next == null ? List.of() : List.of(next)) {
                if (!found.contains(value)) {
                    found.add(value);
                    open.add(value);
                }
            }
        }
        return found;
    }
}
