package org.silkthread.measure.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.measure.value.Code;
import tools.jackson.databind.JsonNode;

/**
 * The codes that a value set's definition means, as far as it can be told without a terminology server: listed concepts,
 * other value sets, whole code systems that the content brings, and filters on those.
 */
final class Enumeration {

    private final TerminologyResources terminology;
    private final Set<String> path;

    /** The value sets on the path guard against definitions that refer to themselves. */
    Enumeration(TerminologyResources terminology, Set<String> path) {
        this.terminology = terminology;
        this.path = path;
    }

    /** The definition needs what the content does not have. */
    static final class Impossible extends Exception {
        private static final long serialVersionUID = 1L;

        Impossible(String message) {
            super(message);
        }
    }

    private record Key(String system, String code) {}

    List<Code> of(ValueSetContent valueSet) throws Impossible {
        if (!valueSet.compose().has("include")) {
            throw new Impossible("it has no definition");
        }
        if (!path.add(valueSet.address())) {
            throw new Impossible("its definition refers to itself");
        }
        Map<Key, Code> codes = new LinkedHashMap<>();
        for (JsonNode include : valueSet.compose().path("include").values()) {
            codes.putAll(part(include));
        }
        for (JsonNode exclude : valueSet.compose().path("exclude").values()) {
            codes.keySet().removeAll(part(exclude).keySet());
        }
        path.remove(valueSet.address());
        return List.copyOf(codes.values());
    }

    /** What an include or exclude means: all its conditions together. */
    private Map<Key, Code> part(JsonNode part) throws Impossible {
        List<Map<Key, Code>> conditions = new ArrayList<>();
        if (part.has("system")) {
            conditions.add(ofSystem(part));
        }
        for (JsonNode reference : part.path("valueSet").values()) {
            conditions.add(keyed(ofValueSet(reference.asString(""))));
        }
        if (conditions.isEmpty()) {
            throw new Impossible("a part of its definition names neither a code system nor a value set");
        }
        Map<Key, Code> common = conditions.getFirst();
        conditions.stream().skip(1).forEach(condition -> common.keySet().retainAll(condition.keySet()));
        return common;
    }

    private List<Code> ofValueSet(String reference) throws Impossible {
        Optional<ValueSetContent> found = terminology.find(reference, "");
        if (found.isEmpty()) {
            throw new Impossible("it refers to the value set " + reference + ", which is not in the content");
        }
        Optional<ValueSetContent.Expansion> listed = found.get().expansion();
        return listed.isPresent() && listed.get().gap().isEmpty() ? listed.get().codes() : of(found.get());
    }

    private Map<Key, Code> ofSystem(JsonNode part) throws Impossible {
        String system = part.path("system").asString("");
        if (part.has("concept")) {
            List<Code> codes = new ArrayList<>();
            part.path("concept").values().forEach(concept -> {
                String display = concept.path("display").asString("");
                codes.add(
                        new Code(concept.path("code").asString(""), system, null, display.isEmpty() ? null : display));
            });
            return keyed(codes);
        }
        Optional<CodeSystemContent> content =
                terminology.system(system, part.path("version").asString(""));
        if (content.isEmpty() || !content.get().complete()) {
            throw new Impossible("it needs all codes of " + system + ", which the content does not bring");
        }
        List<Code> codes = new ArrayList<>();
        for (CodeSystemContent.Concept concept : content.get().concepts().values()) {
            if (passes(concept, content.get(), part.path("filter"))) {
                codes.add(concept.code());
            }
        }
        return keyed(codes);
    }

    private static boolean passes(CodeSystemContent.Concept concept, CodeSystemContent system, JsonNode filters)
            throws Impossible {
        for (JsonNode filter : filters.values()) {
            if (!passesOne(concept, system, filter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean passesOne(CodeSystemContent.Concept concept, CodeSystemContent system, JsonNode filter)
            throws Impossible {
        String code = String.valueOf(concept.code().code());
        String property = filter.path("property").asString("");
        String value = filter.path("value").asString("");
        List<String> actual = property.equals("concept") || property.equals("code")
                ? List.of(code)
                : concept.properties().getOrDefault(property, List.of());
        String operator = filter.path("op").asString("");
        return switch (operator) {
            case "is-a" -> system.subsumes(value, code);
            case "descendent-of" -> !code.equals(value) && system.subsumes(value, code);
            case "is-not-a" -> !system.subsumes(value, code);
            case "generalizes" -> system.subsumes(code, value);
            case "=" -> property.equals("display") ? value.equals(concept.code().display()) : actual.contains(value);
            case "in" -> List.of(value.split("\\s*,\\s*")).stream().anyMatch(actual::contains);
            case "not-in" -> List.of(value.split("\\s*,\\s*")).stream().noneMatch(actual::contains);
            case "exists" -> Boolean.parseBoolean(value) != actual.isEmpty();
            default -> throw new Impossible("its filter " + property + ' ' + operator + " is not supported");
        };
    }

    private static Map<Key, Code> keyed(List<Code> codes) {
        Map<Key, Code> keyed = new LinkedHashMap<>();
        codes.forEach(
                code -> keyed.putIfAbsent(new Key(String.valueOf(code.system()), String.valueOf(code.code())), code));
        return keyed;
    }
}
