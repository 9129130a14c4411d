package org.silkthread.measure.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR type: {@code Encounter}, {@code Encounter.Location}, {@code Period}, {@code dateTime}. One object a type in a
 * {@link FhirModel}, so types are compared by identity.
 */
public final class StructureType {

    private static final String RESOURCE = "Resource";

    private final int number;
    private final String name;
    private final @Nullable StructureType base;
    private final List<Element> elements;
    private final Optional<SystemType> primitive;
    private final Map<String, Integer> slots = new HashMap<>();
    private final int valueSlot;
    private final int idSlot;
    private final boolean resource;

    StructureType(
            int number,
            String name,
            @Nullable StructureType base,
            List<Element> elements,
            Optional<SystemType> primitive) {
        this.number = number;
        this.name = name;
        this.base = base;
        this.elements = List.copyOf(elements);
        this.primitive = primitive;
        elements.forEach(element -> slots.put(element.name(), element.slot()));
        this.valueSlot = slot("value");
        this.idSlot = slot("id");
        this.resource = name.equals(RESOURCE) || (base != null && base.resource);
    }

    /** Its place among the model's types, from 0 and without gaps: the same for every run of one version of the model. */
    public int number() {
        return number;
    }

    /** Its name in the model, such as {@code Encounter.Location}. */
    public String name() {
        return name;
    }

    /** The type that it derives from; empty for {@code Element} and {@code Resource}. */
    public Optional<StructureType> base() {
        return Optional.ofNullable(base);
    }

    /** Elements by slot, inherited ones included. */
    public List<Element> elements() {
        return elements;
    }

    /** The slot of an element, or -1 when the type has none of that name. */
    public int slot(String element) {
        return slots.getOrDefault(element, -1);
    }

    /** The slot of the element {@code value}, or -1; primitives hold their System value there. */
    public int valueSlot() {
        return valueSlot;
    }

    /** The slot of the element {@code id}, or -1: a resource's logical id. */
    public int idSlot() {
        return idSlot;
    }

    /** What a primitive type's {@code value} holds; empty for all other types. */
    public Optional<SystemType> primitive() {
        return primitive;
    }

    /** Whether it is a kind of resource, {@code Resource} and {@code DomainResource} included. */
    public boolean resource() {
        return resource;
    }

    /** Whether this type is the other or derives from it. */
    public boolean is(StructureType other) {
        for (StructureType type = this; type != null; type = type.base) {
            if (type == other) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
