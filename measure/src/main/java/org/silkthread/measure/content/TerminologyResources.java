package org.silkthread.measure.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Code;
import tools.jackson.databind.JsonNode;

/** Terminology as ValueSet and CodeSystem resources state it. */
final class TerminologyResources implements Terminology {

    private final Map<String, TreeMap<String, ValueSetContent>> valueSets = new HashMap<>();
    private final Map<String, TreeMap<String, CodeSystemContent>> codeSystems = new HashMap<>();
    private final Map<ValueSetContent, Optional<List<Code>>> expansions = new HashMap<>();
    private Consumer<Problem> problems;

    TerminologyResources(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** Later problems go there. */
    void report(Consumer<Problem> place) {
        problems = place;
    }

    void addValueSet(JsonNode resource, String file) {
        ValueSetContent valueSet = ValueSetContent.of(resource, file);
        put(valueSet.address(), valueSet);
        valueSet.identifiers().stream()
                .filter(identifier -> !Canonical.of(identifier)
                        .key()
                        .equals(Canonical.of(valueSet.address()).key()))
                .forEach(identifier -> put(identifier, valueSet));
    }

    private void put(String address, ValueSetContent valueSet) {
        TreeMap<String, ValueSetContent> versions =
                valueSets.computeIfAbsent(Canonical.of(address).key(), key -> new TreeMap<>(Versions.ORDER));
        ValueSetContent known = versions.putIfAbsent(valueSet.version(), valueSet);
        if (known != null && members(known) != members(valueSet)) {
            ValueSetContent better = fuller(known, valueSet);
            versions.put(valueSet.version(), better);
            problems.accept(Problem.warning(
                    valueSet.file(),
                    "Value set " + valueSet.address() + '|' + valueSet.version() + " is here more than once, with "
                            + members(known) + " and " + members(valueSet) + " codes; the one of " + better.file()
                            + " is used."));
        }
    }

    private static int members(ValueSetContent valueSet) {
        return valueSet.expansion().map(expansion -> expansion.codes().size()).orElse(0);
    }

    /** A whole expansion before one with a gap, then the longer one, then the first. */
    private static ValueSetContent fuller(ValueSetContent first, ValueSetContent second) {
        boolean firstWhole = whole(first);
        boolean secondWhole = whole(second);
        if (firstWhole != secondWhole) {
            return firstWhole ? first : second;
        }
        return members(second) > members(first) ? second : first;
    }

    private static boolean whole(ValueSetContent valueSet) {
        return valueSet.expansion().isPresent()
                && valueSet.expansion().get().gap().isEmpty();
    }

    void addCodeSystem(JsonNode resource) {
        CodeSystemContent system = CodeSystemContent.of(resource);
        codeSystems
                .computeIfAbsent(Canonical.of(system.url()).key(), key -> new TreeMap<>(Versions.ORDER))
                .putIfAbsent(system.version(), system);
    }

    boolean knowsValueSet(String valueSet, String version) {
        return find(valueSet, version).isPresent();
    }

    Optional<ValueSetContent> find(String valueSet, String version) {
        Canonical wanted = Canonical.of(valueSet);
        return pick(valueSets.get(wanted.key()), version.isEmpty() ? wanted.version() : version);
    }

    Optional<CodeSystemContent> system(@Nullable String url, String version) {
        return url == null
                ? Optional.empty()
                : pick(codeSystems.get(Canonical.of(url).key()), version);
    }

    private static <T> Optional<T> pick(@Nullable TreeMap<String, T> versions, String version) {
        if (versions == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(version.isEmpty() ? versions.lastEntry().getValue() : versions.get(version));
    }

    @Override
    public synchronized Optional<List<Code>> expansion(String valueSet, String version) {
        return find(valueSet, version).flatMap(this::codes);
    }

    private Optional<List<Code>> codes(ValueSetContent valueSet) {
        Optional<List<Code>> known = expansions.get(valueSet);
        if (known == null) {
            known = expand(valueSet);
            expansions.put(valueSet, known);
        }
        return known;
    }

    /** The listed expansion when it is whole; else the definition, when it can be enumerated; else what is listed. */
    private Optional<List<Code>> expand(ValueSetContent valueSet) {
        if (whole(valueSet)) {
            return valueSet.expansion().map(ValueSetContent.Expansion::codes);
        }
        try {
            return Optional.of(new Enumeration(this, new HashSet<>()).of(valueSet));
        } catch (Enumeration.Impossible e) {
            return incomplete(valueSet, e);
        }
    }

    private Optional<List<Code>> incomplete(ValueSetContent valueSet, Enumeration.Impossible reason) {
        String name = "Value set " + valueSet.address();
        if (valueSet.expansion().isEmpty()) {
            problems.accept(Problem.error(
                    valueSet.file(), name + " has no expansion and cannot be enumerated: " + reason.getMessage()));
            return Optional.empty();
        }
        problems.accept(Problem.warning(
                valueSet.file(),
                name + " is incomplete: " + valueSet.expansion().get().gap().orElse("") + "; results may be wrong."));
        return valueSet.expansion().map(ValueSetContent.Expansion::codes);
    }

    @Override
    public boolean inCodeSystem(String code, String codeSystem, String version) {
        return system(codeSystem, version).filter(system -> system.has(code)).isPresent();
    }

    @Override
    public boolean subsumes(Code ancestor, Code descendant) {
        String above = ancestor.code();
        String below = descendant.code();
        if (above == null || below == null || !Objects.equals(ancestor.system(), descendant.system())) {
            return false;
        }
        return above.equals(below)
                || system(ancestor.system(), "")
                        .filter(system -> system.subsumes(above, below))
                        .isPresent();
    }
}
