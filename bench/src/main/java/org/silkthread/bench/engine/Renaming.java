package org.silkthread.bench.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * New ids for the resources of one test case, so that cases can stand beside one another in a population. Every
 * reference to a patient becomes one to the given patient: test cases contain some to patients that do not exist, and
 * their expected results are those of an engine that takes all resources of a case as the patient's.
 */
final class Renaming {

    private static final Pattern RELATIVE = Pattern.compile("([A-Z][A-Za-z]+)/([A-Za-z0-9.-]+)(/_history/.*)?");

    private final String patient;
    private final String prefix;
    private final Map<String, String> names = new HashMap<>();

    /**
     * @param patient the id of the patient whom everything shall belong to
     * @param prefix what the ids of all other resources start with; unique for each case
     */
    Renaming(String patient, String prefix) {
        this.patient = patient;
        this.prefix = prefix;
    }

    /** A copy of a resource with new ids. */
    ObjectNode of(JsonNode resource) {
        ObjectNode copy = (ObjectNode) resource.deepCopy();
        String type = copy.get("resourceType").asString();
        copy.put("id", name(type, copy.path("id").asString("")));
        repoint(copy);
        return copy;
    }

    private String name(String type, String id) {
        return type.equals("Patient") ? patient : names.computeIfAbsent(type + "/" + id, key -> prefix + names.size());
    }

    private void repoint(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                if (object.get("reference") instanceof StringNode reference) {
                    object.put("reference", pointingTo(reference.asString()));
                }
                object.forEach(this::repoint);
            }
            case ArrayNode array -> array.forEach(this::repoint);
            default -> {
                // A plain value points nowhere.
            }
        }
    }

    private String pointingTo(String reference) {
        Matcher parts = RELATIVE.matcher(reference);
        return parts.matches() ? parts.group(1) + "/" + name(parts.group(1), parts.group(2)) : reference;
    }
}
