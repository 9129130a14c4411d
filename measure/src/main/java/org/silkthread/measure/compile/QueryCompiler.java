package org.silkthread.measure.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.plan.Expression;

/** Compiles queries and what else goes over lists. */
final class QueryCompiler {

    private final Compiler compiler;

    QueryCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    Closure query(Expression.Query query, boolean repeated) {
        QueryClosure.Parts parts = new QueryClosure.Parts(
                query.sources().stream()
                        .map(source -> compiler.compile(source.values(), repeated))
                        .toArray(Closure[]::new),
                query.sources().stream().mapToInt(Expression.Source::slot).toArray(),
                query.sources().stream().map(Expression.Source::alias).toList(),
                query.lets().stream()
                        .map(let -> compiler.compile(let.value(), true))
                        .toArray(Closure[]::new),
                query.lets().stream().mapToInt(Expression.Let::slot).toArray(),
                query.relationships().stream().map(this::relationship).toArray(QueryClosure.Related[]::new),
                query.where().isPresent() ? compiler.compile(query.where().get(), true) : null,
                query.result().isPresent()
                        ? compiler.compile(query.result().get().value(), true)
                        : null,
                query.result().map(Expression.Result::distinct).orElse(false),
                query.fold().isPresent() ? fold(query.fold().get(), repeated) : null,
                sorting(query.sort()));
        return new QueryClosure(compiler.inputs.settings(), parts);
    }

    private QueryClosure.Related relationship(Expression.Relationship relationship) {
        return new QueryClosure.Related(
                compiler.compile(relationship.values(), true),
                relationship.slot(),
                compiler.compile(relationship.suchThat(), true),
                relationship.without());
    }

    private QueryClosure.Folded fold(Expression.Fold fold, boolean repeated) {
        return new QueryClosure.Folded(
                fold.slot(),
                compiler.compile(fold.starting(), repeated),
                compiler.compile(fold.step(), true),
                fold.distinct());
    }

    private @Nullable Sorting sorting(List<Expression.SortKey> keys) {
        if (keys.isEmpty()) {
            return null;
        }
        return new Sorting(
                compiler.inputs.settings(),
                keys.stream().map(key -> compiler.compile(key.key(), true)).toArray(Closure[]::new),
                keys.stream().mapToInt(Expression.SortKey::thisSlot).toArray(),
                keys.stream().map(Expression.SortKey::descending).toList());
    }

    Closure sort(Expression.Sort sort, boolean repeated) {
        Sorting sorting = sorting(sort.keys());
        Closure values = compiler.compile(sort.values(), repeated);
        return sorting == null ? values : new ListClosures.Sorted(values, sorting);
    }

    Closure filter(Expression.Filter filter, boolean repeated) {
        return new ListClosures.Filter(
                compiler.compile(filter.values(), repeated), filter.slot(), compiler.compile(filter.condition(), true));
    }

    Closure forEach(Expression.ForEach each, boolean repeated) {
        return new ListClosures.ForEach(
                compiler.compile(each.values(), repeated), each.slot(), compiler.compile(each.value(), true));
    }

    Closure repeat(Expression.Repeat repeat, boolean repeated) {
        return new ListClosures.Repeat(
                compiler.compile(repeat.values(), repeated), repeat.slot(), compiler.compile(repeat.value(), true));
    }
}
