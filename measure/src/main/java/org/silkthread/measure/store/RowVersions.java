package org.silkthread.measure.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.Interner;
import org.silkthread.measure.record.ResourceOrder;

/** Keeps of sorted rows the version of each resource that counts, by {@link ResourceOrder}. Used by one thread. */
final class RowVersions {

    private final StructureType[] types;
    private final byte[] bytes;
    private final List<SpillRow> kept = new ArrayList<>();
    private @Nullable StoredReader reader;
    private long replaced;

    RowVersions(FhirModel model, byte[] bytes) {
        this.types = model.types().toArray(StructureType[]::new);
        this.bytes = bytes;
    }

    /** The rows that count, in the order of the store. */
    List<SpillRow> newest(List<SpillRow> sorted) {
        for (SpillRow row : sorted) {
            if (kept.isEmpty() || !kept.getLast().sameResource(row)) {
                kept.add(row);
            } else {
                replaced++;
                if (row.version() == kept.getLast().version() && !row.sameContent(kept.getLast())) {
                    kept.add(newer(kept.removeLast(), row));
                }
            }
        }
        orderUnnamed();
        return kept;
    }

    /** How many rows were left out. */
    long replaced() {
        return replaced;
    }

    private SpillRow newer(SpillRow one, SpillRow other) {
        Structure first = resource(one);
        return ResourceOrder.newer(first, resource(other)) == first ? one : other;
    }

    /** Resources without an id, which come first of their type, stand in the order of their content. */
    private void orderUnnamed() {
        for (int from = 0; from < kept.size(); from++) {
            SpillRow first = kept.get(from);
            if (first.idLength() > 0) {
                continue;
            }
            int to = from + 1;
            while (to < kept.size()
                    && kept.get(to).idLength() == 0
                    && kept.get(to).type() == first.type()
                    && kept.get(to).sameOwner(first)) {
                to++;
            }
            if (to - from > 1) {
                List<SpillRow> unnamed = kept.subList(from, to);
                Map<SpillRow, String> content = new HashMap<>();
                unnamed.forEach(row -> content.put(row, ResourceOrder.content(resource(row))));
                unnamed.sort(Comparator.comparing(content::get));
            }
            from = to - 1;
        }
    }

    private Structure resource(SpillRow row) {
        StoredReader known = reader;
        if (known == null) {
            Dictionary none = new Dictionary(types, bytes, new int[0], new Interner());
            known = StoredReader.ofPlain(types, none);
            reader = known;
        }
        return known.structure(types[row.type()], new ByteInput(bytes, row.slotsFrom()));
    }
}
