package org.silkthread.measure.parameters;

import java.util.List;
import java.util.Locale;
import org.silkthread.measure.model.Element;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Structures as FHIR JSON, as the resources were read. */
public final class StructureJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StructureJson() {}

    /** A resource or a data type; resources name their type. */
    public static ObjectNode of(Structure structure) {
        ObjectNode node = JSON.objectNode();
        if (isResource(structure.type())) {
            node.put("resourceType", structure.type().name());
        }
        for (Element element : structure.type().elements()) {
            Object value = structure.get(element.slot());
            if (value != null) {
                put(node, element, value);
            }
        }
        return node;
    }

    static boolean isResource(StructureType type) {
        return type.name().equals("Resource")
                || (type.base().isPresent() && isResource(type.base().get()));
    }

    /** Whether a structure stands for a primitive: it has a value beside an id and extensions, and nothing else. */
    static boolean isPrimitive(Structure structure) {
        boolean valued = false;
        for (Element element : structure.type().elements()) {
            switch (element.name()) {
                case "value" -> valued = true;
                case "id", "extension" -> {}
                default -> {
                    return false;
                }
            }
        }
        return valued;
    }

    /** A choice element carries its type in its name. */
    private static void put(ObjectNode node, Element element, Object value) {
        if (value instanceof List<?> list) {
            putList(node, element, list);
            return;
        }
        String name = element.choice() && value instanceof Structure choice
                ? element.name() + capitalised(choice.type().name())
                : element.name();
        if (value instanceof Structure structure && isPrimitive(structure)) {
            node.set(name, primitive(structure));
            ObjectNode companion = companion(structure);
            if (!companion.isEmpty()) {
                node.set('_' + name, companion);
            }
            if (structure.get("value") == null) {
                node.remove(name);
            }
        } else {
            node.set(name, node(value));
        }
    }

    private static void putList(ObjectNode node, Element element, List<?> list) {
        ArrayNode values = JSON.arrayNode();
        ArrayNode companions = JSON.arrayNode();
        boolean companioned = false;
        for (Object value : list) {
            boolean primitive = value instanceof Structure structure && isPrimitive(structure);
            values.add(primitive ? primitive((Structure) value) : node(value));
            ObjectNode companion = primitive ? companion((Structure) value) : JSON.objectNode();
            companioned |= !companion.isEmpty();
            companions.add(companion.isEmpty() ? JSON.nullNode() : companion);
        }
        node.set(element.name(), values);
        if (companioned) {
            node.set('_' + element.name(), companions);
        }
    }

    private static JsonNode primitive(Structure structure) {
        Object value = structure.get("value");
        return value == null ? JSON.nullNode() : node(value);
    }

    private static ObjectNode companion(Structure primitive) {
        ObjectNode companion = JSON.objectNode();
        for (Element element : primitive.type().elements()) {
            Object value = primitive.get(element.slot());
            if (value != null && !element.name().equals("value")) {
                put(companion, element, value);
            }
        }
        return companion;
    }

    static JsonNode node(Object value) {
        return switch (value) {
            case Structure structure -> isPrimitive(structure) ? primitive(structure) : of(structure);
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case java.math.BigDecimal number -> JSON.numberNode(number);
            default -> JSON.stringNode(value.toString());
        };
    }

    static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
