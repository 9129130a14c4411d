package org.silkthread.measure.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.record.ResourceOrder;

/**
 * A patient of the store. Resources stand in the order of {@link ResourceOrder}, those that several patients share among
 * the others. Used by one thread.
 */
final class StoredRecord implements PatientRecord {

    private final Projection.Compiled projection;
    private final StoredPart[] parts;
    private final SharedResources shared;
    private final @Nullable List<Structure>[] lists;
    private @Nullable Map<String, Structure> sharedResources;

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
        List<Row> joining = shared.has(type.number()) ? shared(type) : List.of();
        if (!has(type.number())) {
            return resources(joining);
        }
        if (parts.length == 1 && joining.isEmpty()) {
            return StoredPart.list(parts[0].resources(type.number(), wanted));
        }
        return merged(type.number(), wanted, joining);
    }

    private record Row(String id, Structure resource) {

        static final Comparator<Row> ORDER = (a, b) -> ResourceOrder.compareIds(a.id, b.id);
    }

    /** Resources of a type that the patient shares with others, in order. */
    private List<Row> shared(StructureType type) {
        Map<String, Structure> known = sharedResources;
        if (known == null) {
            known = shared.reachable(parts);
            sharedResources = known;
        }
        List<Row> rows = new ArrayList<>();
        known.forEach((key, resource) -> {
            if (resource.type() == type) {
                rows.add(new Row(key.substring(key.indexOf('/') + 1), resource));
            }
        });
        rows.sort(Row.ORDER);
        return rows;
    }

    /** Of versions of one resource the one of the newest load; what the patient has of its own before what it shares. */
    private List<Structure> merged(int type, boolean[] wanted, List<Row> joining) {
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
        joining.stream().filter(row -> taken.add(row.id())).forEach(rows::add);
        rows.sort(Row.ORDER);
        return resources(rows);
    }

    private static List<Structure> resources(List<Row> rows) {
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
