package org.silkthread.measure.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.silkthread.measure.model.StructureType;

/**
 * What a plan may read of a patient's resources; the rest need not be decoded.
 *
 * @param types types that are retrieved
 * @param elements names of elements, of whatever type, that are asked for
 * @param everything whether all elements are needed, because the plan goes over elements without naming them
 */
public record Reads(Set<StructureType> types, Set<String> elements, boolean everything) {

    /** Elements that the evaluation itself reads. */
    private static final List<String> ALWAYS = List.of("id", "meta");

    public Reads {
        types = Set.copyOf(types);
        elements = Set.copyOf(elements);
    }

    public static Reads of(Plan plan) {
        Collector collector = new Collector();
        plan.definitions().forEach(definition -> collector.visit(definition.expression()));
        plan.functions().forEach(function -> collector.visit(function.body()));
        collector.elements.addAll(ALWAYS);
        return new Reads(collector.types, collector.elements, collector.everything);
    }

    private static final class Collector {

        private final Set<StructureType> types = new HashSet<>();
        private final Set<String> elements = new HashSet<>();
        private boolean everything;

        void visit(Expression expression) {
            switch (expression) {
                case Expression.Property property -> elements.add(property.name());
                case Expression.Descendants descendants -> everything = true;
                case Expression.Retrieve retrieve -> {
                    types.add(retrieve.type());
                    elements.addAll(List.of(retrieve.codeElement().split("\\.")));
                    elements.addAll(List.of(retrieve.dateElement().split("\\.")));
                }
                default -> {}
            }
            Children.of(expression).forEach(this::visit);
        }
    }
}
