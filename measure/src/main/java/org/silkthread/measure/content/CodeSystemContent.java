package org.silkthread.measure.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silkthread.measure.value.Code;
import tools.jackson.databind.JsonNode;

/**
 * The codes of a code system and their hierarchy.
 *
 * @param url its canonical address
 * @param version empty when it has none
 * @param complete whether all codes of the system are here
 * @param caseSensitive whether codes that differ in case are different
 * @param concepts by code
 */
record CodeSystemContent(
        String url, String version, boolean complete, boolean caseSensitive, Map<String, Concept> concepts) {

    /** A concept: its display, the codes right above it, and its properties. */
    record Concept(Code code, Set<String> parents, Map<String, List<String>> properties) {}

    static CodeSystemContent of(JsonNode resource) {
        String url = resource.path("url").asString("");
        CodeSystemContent system = new CodeSystemContent(
                url,
                resource.path("version").asString(""),
                resource.path("content").asString("").equals("complete"),
                resource.path("caseSensitive").asBoolean(true),
                new LinkedHashMap<>());
        resource.path("concept").values().forEach(concept -> system.add(concept, ""));
        system.addChildren();
        return system;
    }

    private void add(JsonNode node, String parent) {
        String code = node.path("code").asString("");
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (JsonNode property : node.path("property").values()) {
            property.properties().stream()
                    .filter(entry -> entry.getKey().startsWith("value"))
                    .forEach(entry -> properties
                            .computeIfAbsent(property.path("code").asString(""), name -> new ArrayList<>())
                            .add(
                                    entry.getKey().equals("valueCoding")
                                            ? entry.getValue().path("code").asString("")
                                            : entry.getValue().asString("")));
        }
        Set<String> parents = new HashSet<>(properties.getOrDefault("parent", List.of()));
        parents.addAll(properties.getOrDefault("subsumedBy", List.of()));
        if (!parent.isEmpty()) {
            parents.add(parent);
        }
        String display = node.path("display").asString("");
        concepts.put(
                code, new Concept(new Code(code, url, null, display.isEmpty() ? null : display), parents, properties));
        node.path("concept").values().forEach(child -> add(child, code));
    }

    /** Systems that state the hierarchy from above, by the property child. */
    private void addChildren() {
        concepts.forEach((code, concept) -> concept.properties()
                .getOrDefault("child", List.of())
                .forEach(child -> {
                    Concept below = concepts.get(child);
                    if (below != null) {
                        below.parents().add(code);
                    }
                }));
    }

    boolean has(String code) {
        return concepts.containsKey(code)
                || (!caseSensitive && concepts.keySet().stream().anyMatch(code::equalsIgnoreCase));
    }

    /** Whether the first is the second or above it. */
    boolean subsumes(String ancestor, String descendant) {
        return subsumes(ancestor, descendant, new HashSet<>());
    }

    private boolean subsumes(String ancestor, String descendant, Set<String> seen) {
        if (ancestor.equals(descendant)) {
            return true;
        }
        Concept concept = concepts.get(descendant);
        return concept != null
                && seen.add(descendant)
                && concept.parents().stream().anyMatch(parent -> subsumes(ancestor, parent, seen));
    }
}
