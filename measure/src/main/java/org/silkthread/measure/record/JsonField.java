package org.silkthread.measure.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Element;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.model.SystemType;

/**
 * A field of a FHIR type's JSON: {@code onsetDateTime} of Condition stands for the element {@code onset}.
 *
 * @param element the element that it gives
 * @param type the FHIR type of the value; null for one without (the id of an element)
 * @param system what the value of a primitive is; null for a structure
 * @param companion whether it carries id and extensions of a primitive: {@code _birthDate}
 * @param interned whether the values repeat so much that each is kept once
 */
record JsonField(
        Element element,
        @Nullable StructureType type,
        @Nullable SystemType system,
        boolean companion,
        boolean interned) {

    private static final String SYSTEM = "System.";

    /** Types whose content repeats from resource to resource. */
    private static final Set<String> REPEATING = Set.of("CodeableConcept", "Coding", "Meta", "uri", "url", "canonical");

    /** Strings that are nearly always new. */
    private static final Set<String> UNIQUE =
            Set.of("string", "id", "markdown", "base64Binary", "xhtml", "uuid", "oid");

    /** The fields of a type's JSON by their names. Narrative is left out: measures cannot read it. */
    static Map<String, JsonField> of(StructureType type, FhirModel model) {
        Map<String, JsonField> fields = new HashMap<>();
        for (Element element : type.elements()) {
            for (String typeName : element.types()) {
                if (!typeName.equals("Narrative")) {
                    add(fields, element, typeName, model);
                }
            }
        }
        return fields;
    }

    private static void add(Map<String, JsonField> fields, Element element, String typeName, FhirModel model) {
        String name = element.choice() ? element.name() + suffix(typeName) : element.name();
        if (typeName.startsWith(SYSTEM)) {
            @Nullable SystemType system = systemType(typeName);
            fields.put(name, new JsonField(element, null, system, false, false));
            return;
        }
        StructureType type = model.required(typeName);
        @Nullable SystemType system = type.primitive().orElse(null);
        fields.put(name, new JsonField(element, type, system, false, interned(type, system)));
        if (system != null) {
            fields.put("_" + name, new JsonField(element, type, system, true, false));
        }
    }

    private static @Nullable SystemType systemType(String qualifiedName) {
        for (SystemType system : SystemType.values()) {
            if (system.qualifiedName().equals(qualifiedName)) {
                return system;
            }
        }
        return null;
    }

    /** FHIR writes {@code doseQuantity} for what the model calls a SimpleQuantity. */
    private static String suffix(String typeName) {
        String name = typeName.equals("SimpleQuantity") ? "Quantity" : typeName;
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean interned(StructureType type, @Nullable SystemType system) {
        return system == null
                ? REPEATING.contains(type.name())
                : system == SystemType.STRING && !UNIQUE.contains(type.name());
    }
}
