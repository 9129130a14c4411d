package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.semantics.Properties;

/** An element by name. */
final class PropertyClosure extends Closure {

    private final Closure source;
    private final String name;
    private final SlotTable slots;
    private final boolean valueOfPrimitive;

    PropertyClosure(Closure source, String name, SlotTable slots) {
        this.source = source;
        this.name = name;
        this.slots = slots;
        this.valueOfPrimitive = name.equals("value");
    }

    @Override
    @Nullable
    Object value(Frame frame) {
        Object from = source.value(frame);
        if (from instanceof Structure structure) {
            return slots.get(structure);
        }
        if (from == null || valueOfPrimitive && from instanceof String) {
            return from;
        }
        return Properties.get(from, name);
    }
}
