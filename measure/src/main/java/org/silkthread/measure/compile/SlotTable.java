package org.silkthread.measure.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;

/** The slot of one element name in every type, found once for a type. Threads that fill it write the same. */
final class SlotTable {

    private static final short NOT_LOOKED_UP = -2;

    private final String name;
    private final short[] slots;

    /** @param types how many types the model has */
    SlotTable(String name, int types) {
        this.name = name;
        this.slots = new short[types];
        Arrays.fill(slots, NOT_LOOKED_UP);
    }

    @Nullable
    Object get(Structure structure) {
        StructureType type = structure.type();
        short slot = slots[type.number()];
        if (slot == NOT_LOOKED_UP) {
            slot = (short) type.slot(name);
            slots[type.number()] = slot;
        }
        return slot < 0 ? null : structure.get(slot);
    }
}
