package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;

/**
 * What a group says of one patient: its members, for each the populations that hold it as bits, observations and strata.
 * Where patients are counted, the patient is the only member. One sheet serves all patients of a thread in turn.
 */
final class MemberSheet {

    /** Stands for the patient where patients are counted. */
    static final Object PATIENT = new Object();

    private static final int FEW = 8;

    private record ResourceKey(String type, String id) {}

    private Object[] members = new Object[FEW];
    private long[] masks = new long[FEW];
    private int size;
    private final Map<Object, Integer> byKey = new HashMap<>();

    private int[] observedPopulations = new int[FEW];
    private int[] observedMembers = new int[FEW];
    private BigDecimal[] observedValues = new BigDecimal[FEW];
    private String[] observedUnits = new String[FEW];
    private int observations;

    private StratumValue[][] strata;

    MemberSheet(int stratifiers) {
        strata = new StratumValue[stratifiers][];
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(members, 0, size, PATIENT);
            byKey.clear();
            size = 0;
            observations = 0;
        }
    }

    int size() {
        return size;
    }

    Object member(int index) {
        return members[index];
    }

    long mask(int index) {
        return masks[index];
    }

    void mark(int index, long bit) {
        masks[index] |= bit;
    }

    /** The member of an identity, added when it is new. */
    int add(Object member) {
        int found = indexOf(member);
        if (found >= 0) {
            return found;
        }
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
            masks = Arrays.copyOf(masks, 2 * size);
        }
        members[size] = member;
        masks[size] = 0;
        if (size >= FEW) {
            if (size == FEW) {
                for (int i = 0; i < FEW; i++) {
                    byKey.putIfAbsent(key(members[i]), i);
                }
            }
            byKey.put(key(member), size);
        }
        return size++;
    }

    /** Whether a member stands for the patient, where patients are counted. */
    @SuppressWarnings("ReferenceEquality") // One object stands for all patients.
    boolean isPatient(int member) {
        return members[member] == PATIENT;
    }

    /** Where a member is, by the identity of its resource; -1 when it is none. */
    @SuppressWarnings("ReferenceEquality") // Most often it is the same object; then no key is made.
    int indexOf(Object member) {
        if (size > FEW) {
            Integer index = byKey.get(key(member));
            return index == null ? -1 : index;
        }
        for (int i = 0; i < size; i++) {
            if (members[i] == member) {
                return i;
            }
        }
        for (int i = 0; i < size; i++) {
            if (key(members[i]).equals(key(member))) {
                return i;
            }
        }
        return -1;
    }

    /** Resources are the same when type and id are; other values when they are equal. */
    private static Object key(Object member) {
        if (member instanceof Structure structure) {
            String id = ValueText.id(structure);
            if (!id.isEmpty()) {
                return new ResourceKey(structure.type().name(), id);
            }
        }
        return member;
    }

    /** A reference such as {@code Encounter/1} to a member that is a resource; a text of it otherwise. */
    String reference(int index) {
        return members[index] instanceof Structure structure
                ? structure.type().name() + '/' + ValueText.id(structure)
                : ValueText.of(members[index]);
    }

    /** @param unit the unit of a quantity; empty for a number */
    void observe(int population, int member, BigDecimal value, String unit) {
        if (observations == observedValues.length) {
            observedPopulations = Arrays.copyOf(observedPopulations, 2 * observations);
            observedMembers = Arrays.copyOf(observedMembers, 2 * observations);
            observedValues = Arrays.copyOf(observedValues, 2 * observations);
            observedUnits = Arrays.copyOf(observedUnits, 2 * observations);
        }
        observedPopulations[observations] = population;
        observedMembers[observations] = member;
        observedValues[observations] = value;
        observedUnits[observations++] = unit;
    }

    int observations() {
        return observations;
    }

    int observedPopulation(int index) {
        return observedPopulations[index];
    }

    int observedMember(int index) {
        return observedMembers[index];
    }

    BigDecimal observedValue(int index) {
        return observedValues[index];
    }

    String observedUnit(int index) {
        return observedUnits[index];
    }

    /** Room for the strata of a stratifier, one a member. */
    StratumValue[] stratumRoom(int stratifier) {
        @Nullable StratumValue[] room = strata[stratifier];
        if (room == null || room.length < size) {
            strata[stratifier] = new StratumValue[members.length];
        }
        return strata[stratifier];
    }

    StratumValue stratum(int stratifier, int member) {
        return strata[stratifier][member];
    }

    /** References to the members that have any of the bits. */
    List<String> references(long bits) {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if ((masks[i] & bits) != 0 && !isPatient(i)) {
                references.add(reference(i));
            }
        }
        return List.copyOf(references);
    }
}
