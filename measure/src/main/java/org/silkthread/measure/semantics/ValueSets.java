package org.silkthread.measure.semantics;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.content.Terminology;
import org.silkthread.measure.engine.EvaluationException;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.CodeSystem;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.ValueSet;

/** Membership of codes in value sets and code systems. Safe for several threads. */
public final class ValueSets {

    private record Key(@Nullable String system, @Nullable String code) {}

    private record Members(List<Code> codes, Set<Key> keys, Set<String> bare) {}

    private final Terminology terminology;
    private final Map<ValueSet, Members> known = new ConcurrentHashMap<>();

    public ValueSets(Terminology terminology) {
        this.terminology = terminology;
    }

    /** @throws EvaluationException when the value set is not known */
    public List<Code> expansion(ValueSet set) {
        return members(set).codes();
    }

    /**
     * Whether a String, Code or Concept, or any member of a list of them, is in the value set; what is absent is not.
     *
     * @throws EvaluationException when the value set is not known
     */
    public Boolean contains(ValueSet set, @Nullable Object code) {
        return switch (code) {
            case null -> false;
            case String text -> members(set).bare().contains(text);
            case Code single -> contains(set, single);
            case Concept concept -> containsAny(set, concept.codes());
            case List<?> list -> containsAny(set, list);
            default -> throw new EvaluationException("not a code: " + code);
        };
    }

    /** Whether a code is a member; a code without a system is none. */
    public boolean contains(ValueSet set, Code code) {
        return members(set).keys().contains(new Key(code.system(), code.code()));
    }

    /** Whether a String, Code or Concept, or any of a list of them, is of the code system; what is absent is not. */
    public Boolean contains(CodeSystem system, @Nullable Object code) {
        return switch (code) {
            case null -> false;
            case String text -> terminology.inCodeSystem(text, system.id(), system.version());
            case Code single ->
                system.id().equals(single.system())
                        && single.code() != null
                        && terminology.inCodeSystem(single.code(), system.id(), system.version());
            case Concept concept -> contains(system, concept.codes());
            case List<?> list -> {
                for (Object member : list) {
                    if (contains(system, member)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> throw new EvaluationException("not a code: " + code);
        };
    }

    /** Whether the first Code or Concept is the second or lies above it. */
    public @Nullable Boolean subsumes(@Nullable Object ancestor, @Nullable Object descendant) {
        if (ancestor == null || descendant == null) {
            return null;
        }
        for (Code above : codes(ancestor)) {
            for (Code below : codes(descendant)) {
                if (terminology.subsumes(above, below)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Code> codes(Object value) {
        return switch (value) {
            case Code code -> List.of(code);
            case Concept concept -> concept.codes();
            default -> throw new EvaluationException("not a code: " + value);
        };
    }

    private Boolean containsAny(ValueSet set, List<?> codes) {
        for (Object code : codes) {
            if (contains(set, code)) {
                return true;
            }
        }
        return false;
    }

    private Members members(ValueSet set) {
        Members members = known.get(set);
        if (members == null) {
            members = known.computeIfAbsent(set, this::load);
        }
        return members;
    }

    private Members load(ValueSet set) {
        List<Code> codes = terminology
                .expansion(set.id(), set.version())
                .orElseThrow(() -> new EvaluationException("the value set " + set.id()
                        + (set.version().isEmpty() ? "" : "|" + set.version()) + " is not known"));
        Set<Key> keys = new HashSet<>();
        Set<String> bare = new HashSet<>();
        for (Code code : codes) {
            keys.add(new Key(code.system(), code.code()));
            if (code.code() != null) {
                bare.add(code.code());
            }
        }
        return new Members(codes, keys, bare);
    }
}
