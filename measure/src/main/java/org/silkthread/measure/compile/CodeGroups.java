package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.semantics.Codes;
import org.silkthread.measure.semantics.Retrieval;
import org.silkthread.measure.semantics.ValueSets;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.ValueSet;

/**
 * The value sets, code lists and profiles of a plan, numbered. What a coded structure (a CodeableConcept or Coding) or Meta is in is
 * remembered with the structure, which stands for all resources that share it.
 */
final class CodeGroups {

    /** How many plans may remember something with one structure; after that all begin anew, so that nothing piles up. */
    private static final int PLANS = 8;

    private sealed interface Group {
        record Set(ValueSet set) implements Group {}

        record Listed(List<Code> codes) implements Group {}

        record Profile(String address) implements Group {}
    }

    private final ValueSets sets;
    private final int metaSlot;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Group, Integer> numbers = new HashMap<>();
    private final List<RetrievableRows.Kind> kinds = new ArrayList<>();
    private final Map<RetrievableRows.Kind, Integer> kindNumbers = new HashMap<>();

    CodeGroups(ValueSets sets, FhirModel model) {
        this.sets = sets;
        this.metaSlot = model.required("Resource").slot("meta");
    }

    int number(ValueSet set) {
        return number(new Group.Set(set));
    }

    int number(List<Code> codes) {
        return number(new Group.Listed(List.copyOf(codes)));
    }

    int number(String profile) {
        return number(new Group.Profile(profile));
    }

    private int number(Group group) {
        return numbers.computeIfAbsent(group, absent -> {
            groups.add(group);
            return groups.size() - 1;
        });
    }

    int number(RetrievableRows.Kind kind) {
        return kindNumbers.computeIfAbsent(kind, absent -> {
            kinds.add(kind);
            return kinds.size() - 1;
        });
    }

    RetrievableRows.Kind kind(int number) {
        return kinds.get(number);
    }

    /** How many kinds of rows the retrieves of the plan choose from. */
    int kinds() {
        return kinds.size();
    }

    /** Whether a coded element has a code of the group: a structure, or a list of them; nothing has none. */
    boolean contains(int group, @Nullable Object element) {
        if (element instanceof Structure structure) {
            return contains(group, structure);
        }
        if (element instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (contains(group, list.get(i))) {
                    return true;
                }
            }
            return false;
        }
        return element != null && decide(group, Codes.of(element));
    }

    /** Whether a resource declares the profile that the group stands for. */
    boolean declares(int group, Structure resource) {
        return resource.get(metaSlot) instanceof Structure meta && contains(group, meta);
    }

    private boolean contains(int group, Structure structure) {
        Memo memo = memo(structure);
        byte known = memo.membership(group);
        return known == Memo.UNKNOWN ? decided(group, memo, structure) : known == Memo.MEMBER;
    }

    /** The same of an element of a resource of which is known what is remembered about it. */
    boolean contains(int group, Memo memo, Structure resource, int slot) {
        byte known = memo.membership(group);
        return known == Memo.UNKNOWN
                ? decided(group, memo, (Structure) Objects.requireNonNull(resource.get(slot)))
                : known == Memo.MEMBER;
    }

    private boolean decided(int group, Memo memo, Structure structure) {
        boolean member = groups.get(group) instanceof Group.Profile(String address)
                ? Retrieval.claims(structure, address)
                : decide(group, Codes.of(structure));
        memo.membership(group, member);
        return member;
    }

    private boolean decide(int group, List<Code> codes) {
        return switch (groups.get(group)) {
            case Group.Profile profile -> false;
            case Group.Set(ValueSet set) -> Boolean.TRUE.equals(sets.contains(set, codes));
            case Group.Listed(List<Code> wanted) -> {
                for (Code code : codes) {
                    for (Code listed : wanted) {
                        if (Retrieval.same(listed, code)) {
                            yield true;
                        }
                    }
                }
                yield false;
            }
        };
    }

    /** What this plan remembers about a structure, beside what other plans of the same run do (one for each period, say). */
    Memo memo(Structure structure) {
        Memo first = structure.memo() instanceof Memo known ? known : null;
        int plans = 0;
        for (Memo memo = first; memo != null; memo = memo.others) {
            if (memo.owner == this) {
                return memo;
            }
            plans++;
        }
        Memo memo = new Memo(this, groups.size(), plans < PLANS ? first : null);
        structure.memo(memo);
        return memo;
    }
}
