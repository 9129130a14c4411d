package org.silkthread.measure.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.Interner;

/** Values that several patients of a segment share; each is decoded when it is first needed. Used by one thread. */
final class Dictionary {

    private final ByteInput in;
    private final int[] offsets;
    private final @Nullable Object[] entries;
    private final StoredReader reader;
    private final Interner interner;

    Dictionary(StructureType[] types, byte[] bytes, int[] offsets, Interner interner) {
        this.in = new ByteInput(bytes, 0);
        this.offsets = offsets;
        this.entries = new Object[offsets.length];
        this.interner = interner;
        this.reader = new StoredReader(types, this, StoredReader.RecordContext.NONE);
    }

    Object entry(int number) {
        Object known = entries[number];
        return known != null ? known : decoded(number);
    }

    private Object decoded(int number) {
        int before = in.position();
        in.position(offsets[number]);
        Object value = Objects.requireNonNull(reader.value(in));
        in.position(before);
        Object kept = value instanceof Structure || value instanceof List<?> || value instanceof String
                ? interner.intern(value)
                : value;
        entries[number] = kept;
        return kept;
    }
}
