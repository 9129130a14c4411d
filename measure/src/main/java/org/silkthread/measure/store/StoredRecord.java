package org.silkthread.measure.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.PatientRecord;

/**
 * A patient of the store. Resources stand in order of their ids; those that several patients share come last. Used by
 * one thread.
 */
final class StoredRecord implements PatientRecord {

    private final Projection.Compiled projection;
    private final StoredPart[] parts;
    private final SharedResources shared;
    private final @Nullable List<Structure>[] lists;
    private @Nullable List<Structure> sharedResources;

    /** Parts from the newest load to the oldest. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    StoredRecord(Projection.Compiled projection, StoredPart[] parts, SharedResources shared) {
        this.projection = projection;
        this.parts = parts;
        this.shared = shared;
        this.lists = new List[projection.count()];
    }

    @Override
    public String id() {
        return parts[0].owner();
    }

    @Override
    public List<Structure> resources(StructureType type) {
        int place = projection.place(type.number());
        if (place < 0) {
            throw new IllegalArgumentException("The projection of this reader does not name " + type);
        }
        List<Structure> known = lists[place];
        if (known == null) {
            known = Collections.unmodifiableList(decoded(type));
            lists[place] = known;
        }
        return known;
    }

    private List<Structure> decoded(StructureType type) {
        boolean[] wanted = projection.slots(type.number());
        List<Structure> own = parts.length == 1
                ? StoredPart.list(parts[0].resources(type.number(), wanted))
                : merged(type.number(), wanted);
        if (!shared.has(type.number())) {
            return own;
        }
        List<Structure> all = new ArrayList<>(own);
        for (Structure resource : sharedResources()) {
            if (resource.type() == type) {
                all.add(resource);
            }
        }
        return all;
    }

    private List<Structure> sharedResources() {
        List<Structure> known = sharedResources;
        if (known == null) {
            known = shared.reachable(parts);
            sharedResources = known;
        }
        return known;
    }

    private record Row(String id, Structure resource) {}

    /** Of versions of one resource the one of the newest load. */
    private List<Structure> merged(int type, boolean[] wanted) {
        List<Row> rows = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (StoredPart part : parts) {
            List<Structure> resources = StoredPart.list(part.resources(type, wanted));
            for (int row = 0; row < resources.size(); row++) {
                String id = part.rowId(type, row);
                if (id.isEmpty() || taken.add(id)) {
                    rows.add(new Row(id, resources.get(row)));
                }
            }
        }
        rows.sort((a, b) -> a.id().compareTo(b.id()));
        List<Structure> resources = new ArrayList<>(rows.size());
        rows.forEach(row -> resources.add(row.resource()));
        return resources;
    }

    boolean has(int type) {
        for (StoredPart part : parts) {
            if (part.has(type)) {
                return true;
            }
        }
        return false;
    }

    /** How many resources of a type the patient has of its own. */
    int count(int type) {
        if (parts.length == 1) {
            return parts[0].count(type);
        }
        Set<String> ids = new HashSet<>();
        int unnamed = 0;
        for (StoredPart part : parts) {
            for (int row = 0; row < part.count(type); row++) {
                String id = part.rowId(type, row);
                unnamed += id.isEmpty() ? 1 : 0;
                ids.add(id);
            }
        }
        ids.remove("");
        return unnamed + ids.size();
    }

    /** Numbers of the types that the patient has resources of. */
    Set<Integer> typeNumbers() {
        Set<Integer> numbers = new HashSet<>();
        for (StoredPart part : parts) {
            for (int number : part.typeNumbers()) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
