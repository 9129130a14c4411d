package org.silkthread.measure.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.record.Interner;

/**
 * Resources that belong to no patient of themselves (Medication, Location ...), found by {@code Type/id}. Remembers what
 * it found, up to a bound. Used by one thread.
 */
final class SharedResources {

    private static final int REMEMBERED = 1 << 16;

    private final List<Generation> generations;
    private final Set<Integer> present;
    private final Projection.Compiled projection;
    private final Interner interner;
    private final Map<Segment, Dictionary> dictionaries = new IdentityHashMap<>();
    private final Map<String, Optional<Entry>> known = new HashMap<>();

    /** The resource, null when its type is not read, and what it refers to in turn. */
    private record Entry(@Nullable Structure resource, String[] references) {}

    /**
     * @param generations from the newest to the oldest
     * @param present numbers of the types that they have
     */
    SharedResources(
            List<Generation> generations, Set<Integer> present, Projection.Compiled projection, Interner interner) {
        this.generations = generations;
        this.present = present;
        this.projection = projection;
        this.interner = interner;
    }

    boolean has(int type) {
        return present.contains(type);
    }

    /** The resources to which a patient's refer, and those to which these refer in turn, by their keys. */
    Map<String, Structure> reachable(StoredPart[] parts) {
        Map<String, Structure> found = new LinkedHashMap<>();
        Set<String> followed = new HashSet<>();
        Deque<String[]> toFollow = new ArrayDeque<>();
        for (StoredPart part : parts) {
            toFollow.add(part.references());
        }
        while (!toFollow.isEmpty()) {
            for (String reference : toFollow.remove()) {
                Entry entry = entry(reference).orElse(null);
                if (entry != null && followed.add(reference)) {
                    if (entry.resource() != null) {
                        found.put(reference, entry.resource());
                    }
                    toFollow.add(entry.references());
                }
            }
        }
        return found;
    }

    private Optional<Entry> entry(String key) {
        Optional<Entry> entry = known.get(key);
        if (entry == null) {
            entry = find(key);
            if (known.size() == REMEMBERED) {
                known.clear();
            }
            known.put(key, entry);
        }
        return entry;
    }

    private Optional<Entry> find(String key) {
        long hash = Keys.hash(key);
        for (Generation generation : generations) {
            Segment segment = generation.segment(hash).orElse(null);
            if (segment == null) {
                continue;
            }
            segment.verify();
            int record = segment.find(key, hash);
            if (record >= 0) {
                Dictionary dictionary =
                        dictionaries.computeIfAbsent(segment, found -> found.dictionary(projection.types(), interner));
                return Optional.of(entry(new StoredPart(projection.types(), segment.record(record), dictionary)));
            }
        }
        return Optional.empty();
    }

    private Entry entry(StoredPart part) {
        int type = part.typeNumbers()[0];
        Structure @Nullable [] resources =
                projection.place(type) < 0 ? null : part.resources(type, projection.slots(type));
        return new Entry(resources == null ? null : resources[0], part.references());
    }
}
