package org.silkthread.measure.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR structure: a resource, a data type, a backbone element, or a primitive that a choice or an extension forces to
 * keep its type.
 *
 * <p>A slot holds null (absent), a {@code List} (repeating element, never empty), a {@code Structure}, or a System value:
 * {@code String}, {@code Boolean}, {@code Integer}, {@code BigDecimal}, or a date, date-time or time of {@link
 * org.silkthread.measure.value}. A primitive element stands as its bare System value, except in a choice element or when
 * it carries an id or extensions: then it is a {@code Structure} of the primitive's type, with the slot {@code value}.
 *
 * <p>Structures are not changed after they were made.
 */
public final class Structure {

    private final StructureType type;
    private final @Nullable Object[] slots;
    private @Nullable Object memo;

    /** The array is taken over, not copied; it has the length {@code type.elements().size()}. */
    public Structure(StructureType type, @Nullable Object[] slots) {
        this.type = type;
        this.slots = slots;
    }

    public StructureType type() {
        return type;
    }

    /** The element in a slot, or null when absent. */
    public @Nullable Object get(int slot) {
        return slots[slot];
    }

    /** The element of a name, such as {@code status}; null when absent or when the type has no such element. */
    public @Nullable Object get(String element) {
        int slot = type.slot(element);
        return slot < 0 ? null : slots[slot];
    }

    /** The element {@code id}; null when absent or when the type has none. */
    public @Nullable Object id() {
        int slot = type.idSlot();
        return slot < 0 ? null : slots[slot];
    }

    /** A repeating element as a list, empty when absent; a single element as a list of one. */
    @SuppressWarnings("unchecked")
    public List<Object> list(String element) {
        Object value = get(element);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? (List<Object>) list : List.of(value);
    }

    /**
     * What an evaluator remembered about this structure. It must be immutable and true of the structure for ever, so that
     * threads may see it late or lose it without harm.
     */
    public @Nullable Object memo() {
        return memo;
    }

    public void memo(Object remembered) {
        memo = remembered;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Structure that && type == that.type && Arrays.equals(slots, that.slots));
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(slots);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type.name()).append('{');
        String separator = "";
        for (Element element : type.elements()) {
            Object value = slots[element.slot()];
            if (value != null) {
                text.append(separator).append(element.name()).append(": ").append(value);
                separator = ", ";
            }
        }
        return text.append('}').toString();
    }
}
