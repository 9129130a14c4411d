package org.silkthread.measure.explain;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.measure.plan.Expression;
import org.silkthread.measure.plan.Plan;

/**
 * The conditions that would have to change for an expression to hold: all that fail of an {@code and}, any of an {@code
 * or}. A definition is followed into its own logic as far as that is made of conditions.
 */
final class Needs {

    private static final int MOST_WAYS = 20;

    private final Plan plan;
    private final Observed observed;
    private final Sources sources;

    private record Leaf(Expression expression, boolean wanted) {}

    Needs(Plan plan, Observed observed, Sources sources) {
        this.plan = plan;
        this.observed = observed;
        this.sources = sources;
    }

    List<Explanation.Need> of(Expression expression) {
        List<Explanation.Need> needs = new ArrayList<>();
        int way = 0;
        for (List<Leaf> leaves : ways(expression, true)) {
            way++;
            for (Leaf leaf : leaves) {
                needs.add(new Explanation.Need(
                        way,
                        sources.text(plan.position(leaf.expression())),
                        plan.position(leaf.expression()).map(Object::toString).orElse(""),
                        leaf.wanted()));
            }
        }
        return needs;
    }

    /** Each way is a list of conditions that must all change; no conditions: it holds already. */
    private List<List<Leaf>> ways(Expression expression, boolean wanted) {
        Observed.Tally tally = observed.of(expression);
        boolean holds = tally != null && tally.held > 0;
        boolean known = tally != null && tally.last != null;
        if (wanted ? holds : known && !holds) {
            return List.of(List.of());
        }
        return switch (expression) {
            case Expression.And and ->
                wanted ? all(ways(and.left(), true), ways(and.right(), true)) : any(and.left(), and.right(), false);
            case Expression.Or or ->
                wanted ? any(or.left(), or.right(), true) : all(ways(or.left(), false), ways(or.right(), false));
            case Expression.Not not -> ways(not.operand(), !wanted);
            case Expression.DefinitionRef reference ->
                ways(plan.definitions().get(reference.definition()).expression(), wanted);
            default -> leaf(expression, wanted);
        };
    }

    private static List<List<Leaf>> leaf(Expression expression, boolean wanted) {
        return List.of(List.of(new Leaf(expression, wanted)));
    }

    private List<List<Leaf>> any(Expression left, Expression right, boolean wanted) {
        List<List<Leaf>> both = new ArrayList<>(ways(left, wanted));
        both.addAll(ways(right, wanted));
        return both.size() > MOST_WAYS ? both.subList(0, MOST_WAYS) : both;
    }

    private static List<List<Leaf>> all(List<List<Leaf>> left, List<List<Leaf>> right) {
        List<List<Leaf>> joined = new ArrayList<>();
        for (List<Leaf> first : left) {
            for (List<Leaf> second : right) {
                List<Leaf> way = new ArrayList<>(first);
                way.addAll(second);
                if (joined.size() < MOST_WAYS) {
                    joined.add(way);
                }
            }
        }
        return joined;
    }
}
