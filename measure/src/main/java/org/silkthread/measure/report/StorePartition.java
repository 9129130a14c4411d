package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.silkthread.measure.record.PatientRecord;
import org.silkthread.measure.store.PopulationStore;
import org.silkthread.measure.store.Projection;

/**
 * One of so many parts of a population store. Parts of the same number have the same patients as long as the store is not
 * loaded into.
 */
public record StorePartition(PopulationStore store, Projection projection, int part, int parts)
        implements PatientPartition {

    /** A store cut into parts of about equal size. */
    public static List<StorePartition> of(PopulationStore store, Projection projection, int parts) {
        List<StorePartition> all = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            all.add(new StorePartition(store, projection, i, parts));
        }
        return List.copyOf(all);
    }

    @Override
    public String name() {
        return (part + 1) + "/" + parts;
    }

    @Override
    public Iterator<PatientRecord> patients() {
        return store.patients(projection, part, parts);
    }
}
