package org.silkthread.measure.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Tuple;

/** Children and Descendants: the values inside structures, tuples and lists. */
final class Nodes {

    private Nodes() {}

    static @Nullable Object children(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        List<Object> children = new ArrayList<>();
        collect(operand, children, false);
        return children;
    }

    static @Nullable Object descendants(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        List<Object> descendants = new ArrayList<>();
        collect(operand, descendants, true);
        return descendants;
    }

    private static void collect(Object node, List<Object> found, boolean deep) {
        switch (node) {
            case Tuple tuple -> {
                for (Object value : tuple.values()) {
                    add(value, found, deep);
                }
            }
            case Structure structure -> {
                int slots = structure.type().elements().size();
                for (int slot = 0; slot < slots; slot++) {
                    add(structure.get(slot), found, deep);
                }
            }
            case List<?> list -> {
                for (Object element : list) {
                    if (element != null) {
                        collect(element, found, deep);
                    }
                }
            }
            default -> {
                // A simple value has no parts.
            }
        }
    }

    private static void add(@Nullable Object value, List<Object> found, boolean deep) {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                add(element, found, deep);
            }
        } else if (value != null) {
            found.add(value);
            if (deep) {
                collect(value, found, true);
            }
        }
    }
}
