package org.silkthread.measure.model;

import java.util.List;

/**
 * An element of a FHIR type.
 *
 * @param name the name in the model, without the type of a choice: {@code onset}, not {@code onsetDateTime}
 * @param slot its number within the type
 * @param repeating whether it is a list
 * @param types names of the types that it may have, such as {@code CodeableConcept}; more than one for a choice. The
 *     value of a primitive and the id of an element have a System type, such as {@code System.String}
 */
public record Element(String name, int slot, boolean repeating, List<String> types) {

    public Element {
        types = List.copyOf(types);
    }

    /** Whether values of several types may stand here. */
    public boolean choice() {
        return types.size() > 1;
    }
}
