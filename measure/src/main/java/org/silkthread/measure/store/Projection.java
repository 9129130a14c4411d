package org.silkthread.measure.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.silkthread.measure.model.Element;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.StructureType;

/**
 * What of the resources a reader is going to look at: resource types, and of each the elements at its top level. What is
 * not named is not decoded: those elements are absent, and asking for a type that is not named is an error.
 */
public final class Projection {

    private static final Projection EVERYTHING = new Projection(Map.of(), true);

    private static final int NOT_READ = -1;

    private final Map<String, Set<String>> elements;
    private final boolean everything;

    private Projection(Map<String, Set<String>> elements, boolean everything) {
        this.elements = elements;
        this.everything = everything;
    }

    /** All types with all their elements. */
    public static Projection everything() {
        return EVERYTHING;
    }

    /** Types by name, such as {@code Encounter}, with the names of the elements that are read. */
    public static Projection of(Map<String, ? extends Set<String>> elements) {
        Map<String, Set<String>> copy = new TreeMap<>();
        elements.forEach((type, names) -> copy.put(type, Set.copyOf(names)));
        return new Projection(Map.copyOf(copy), false);
    }

    /** What this or another reader looks at. */
    public Projection and(Projection other) {
        if (everything || other.everything) {
            return EVERYTHING;
        }
        Map<String, Set<String>> joined = new TreeMap<>();
        elements.forEach((type, names) -> joined.put(type, new TreeSet<>(names)));
        other.elements.forEach((type, names) ->
                joined.computeIfAbsent(type, name -> new TreeSet<>()).addAll(names));
        return of(joined);
    }

    /** With the numbers of types and slots in place of their names. */
    Compiled compiled(FhirModel model) {
        int size = model.types().size();
        Compiled compiled = new Compiled(new int[size], new boolean[size][], model.types());
        for (StructureType type : model.types()) {
            Set<String> names = elements.get(type.name());
            boolean read = type.resource() && (everything || names != null);
            compiled.places[type.number()] = read ? compiled.count++ : NOT_READ;
            if (read) {
                boolean[] wanted = new boolean[type.elements().size()];
                for (Element element : type.elements()) {
                    wanted[element.slot()] = everything || names != null && names.contains(element.name());
                }
                compiled.slots[type.number()] = wanted;
            }
        }
        return compiled;
    }

    /** A projection by numbers of types. */
    static final class Compiled {

        private final int[] places;
        private final boolean[][] slots;
        private final StructureType[] types;
        private int count;

        private Compiled(int[] places, boolean[][] slots, List<StructureType> types) {
            this.places = places;
            this.slots = slots;
            this.types = types.toArray(StructureType[]::new);
        }

        /** How many types are read. */
        int count() {
            return count;
        }

        /** The place of a type among those that are read, or -1. */
        int place(int type) {
            return places[type];
        }

        /** Which slots of a type that is read are. */
        boolean[] slots(int type) {
            return slots[type];
        }

        /** All types of the model by number. */
        StructureType[] types() {
            return types;
        }
    }
}
