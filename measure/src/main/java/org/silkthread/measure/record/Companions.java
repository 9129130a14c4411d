package org.silkthread.measure.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;

/**
 * The primitives of one structure that keep their type: those of choices, and those with an id or extensions, which JSON
 * writes apart ({@code birthDate} and {@code _birthDate}) and which are joined here.
 */
final class Companions {

    /** By slot: the type, the value or values of a choice, and the structures with ids and extensions. */
    private final Map<Integer, Parts> parts = new HashMap<>(4);

    private static final class Parts {
        private final StructureType type;
        private final boolean choice;
        private @Nullable Object value;
        private @Nullable Object extensions;

        Parts(StructureType type, boolean choice) {
            this.type = type;
            this.choice = choice;
        }
    }

    void add(JsonField field, @Nullable Object value) {
        StructureType type = Objects.requireNonNull(field.type());
        Parts found = parts.get(field.element().slot());
        // Two types given for one choice are against FHIR; the later one stands.
        if (found == null || found.type != type) {
            found = new Parts(type, field.element().choice());
            parts.put(field.element().slot(), found);
        }
        if (field.companion()) {
            found.extensions = value;
        } else {
            found.value = value;
        }
    }

    /** Puts each into its slot, joined with the bare value that stands there. */
    void place(@Nullable Object[] slots) {
        parts.forEach((slot, part) -> {
            @Nullable Object value = part.choice ? part.value : slots[slot];
            slots[slot] = joined(part, value);
        });
    }

    private static @Nullable Object joined(Parts part, @Nullable Object value) {
        if (!(part.extensions instanceof List<?>) && !(value instanceof List<?>)) {
            return joined(part, value, part.extensions);
        }
        List<?> values = value instanceof List<?> list ? list : List.of();
        List<?> extensions = part.extensions instanceof List<?> list ? list : List.of();
        List<Object> joined = new ArrayList<>();
        for (int i = 0; i < Math.max(values.size(), extensions.size()); i++) {
            @Nullable Object one = joined(part, at(values, i), at(extensions, i));
            if (one != null) {
                joined.add(one);
            }
        }
        return joined.isEmpty() ? null : List.copyOf(joined);
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static @Nullable Object joined(Parts part, @Nullable Object value, @Nullable Object extensions) {
        if (extensions instanceof Structure carrier) {
            @Nullable Object[] slots = new Object[part.type.elements().size()];
            for (int slot = 0; slot < slots.length; slot++) {
                slots[slot] = carrier.get(slot);
            }
            slots[part.type.slot("value")] = value;
            return new Structure(part.type, slots);
        }
        if (value == null || !part.choice) {
            return value;
        }
        @Nullable Object[] slots = new Object[part.type.elements().size()];
        slots[part.type.slot("value")] = value;
        return new Structure(part.type, slots);
    }
}
