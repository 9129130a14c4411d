package org.silkthread.measure.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.measure.record.Interner;
import org.silkthread.measure.record.PatientRecord;

/** Finds patients of a store by id. Used by one thread. */
public final class PatientLookup {

    private static final int OPEN_DICTIONARIES = 8;

    private final List<Generation> generations;
    private final Projection.Compiled projection;
    private final SharedResources shared;
    private final Map<String, Integer> deletions;
    private final int patientType;
    private final Interner interner;
    private final Map<Segment, Dictionary> dictionaries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Segment, Dictionary> eldest) {
            return size() > OPEN_DICTIONARIES;
        }
    };

    PatientLookup(
            List<Generation> generations,
            Projection.Compiled projection,
            SharedResources shared,
            Map<String, Integer> deletions,
            int patientType,
            Interner interner) {
        this.generations = generations;
        this.projection = projection;
        this.shared = shared;
        this.deletions = deletions;
        this.patientType = patientType;
        this.interner = interner;
    }

    /** The patient of an id; empty when the store has none. */
    public Optional<PatientRecord> find(String id) {
        long hash = Keys.hash(id);
        List<StoredPart> parts = new ArrayList<>();
        for (Generation generation : generations) {
            Segment segment = generation.segment(hash).orElse(null);
            if (segment == null || deletions.getOrDefault(id, 0) > generation.number()) {
                continue;
            }
            segment.verify();
            int record = segment.find(id, hash);
            if (record >= 0) {
                Dictionary dictionary =
                        dictionaries.computeIfAbsent(segment, found -> found.dictionary(projection.types(), interner));
                parts.add(new StoredPart(projection.types(), segment.record(record), dictionary));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        StoredRecord found = new StoredRecord(projection, parts.toArray(StoredPart[]::new), shared);
        return found.has(patientType) ? Optional.of(found) : Optional.empty();
    }
}
