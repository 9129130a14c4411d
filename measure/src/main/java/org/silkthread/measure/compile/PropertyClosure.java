package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.semantics.Properties;

/** An element by name; remembers the slot of the type that it last met. */
final class PropertyClosure extends Closure {

    private record Site(@Nullable StructureType type, int slot) {}

    private final Closure source;
    private final String name;
    private final boolean valueOfPrimitive;
    private Site site = new Site(null, -1);

    PropertyClosure(Closure source, String name) {
        this.source = source;
        this.name = name;
        this.valueOfPrimitive = name.equals("value");
    }

    @Override
    @Nullable
    Object value(Frame frame) {
        Object from = source.value(frame);
        if (from instanceof Structure structure) {
            return element(structure);
        }
        if (from == null || valueOfPrimitive && from instanceof String) {
            return from;
        }
        return Properties.get(from, name);
    }

    private @Nullable Object element(Structure structure) {
        Site known = site;
        if (known.type() != structure.type()) {
            known = new Site(structure.type(), structure.type().slot(name));
            site = known;
        }
        return known.slot() < 0 ? null : structure.get(known.slot());
    }
}
