package org.silkthread.measure.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A FHIR type: {@code Encounter}, {@code Encounter.Location}, {@code Period}, {@code dateTime}. One object a type in a
 * {@link FhirModel}, so types are compared by identity.
 */
public final class StructureType {

    private final String name;
    private final Optional<StructureType> base;
    private final List<Element> elements;
    private final Map<String, Integer> slots = new HashMap<>();

    StructureType(String name, Optional<StructureType> base, List<Element> elements) {
        this.name = name;
        this.base = base;
        this.elements = List.copyOf(elements);
        elements.forEach(element -> slots.put(element.name(), element.slot()));
    }

    public String name() {
        return name;
    }

    public Optional<StructureType> base() {
        return base;
    }

    /** Elements by slot, inherited ones included. */
    public List<Element> elements() {
        return elements;
    }

    /** The slot of an element, or -1 when the type has none of that name. */
    public int slot(String element) {
        return slots.getOrDefault(element, -1);
    }

    /** Whether this type is the other or derives from it. */
    public boolean is(StructureType other) {
        return this == other || base.isPresent() && base.get().is(other);
    }

    @Override
    public String toString() {
        return name;
    }
}
