package org.silkthread.measure.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    /** The resources of these keys that are there, and those to which they refer in turn, in order of their keys. */
    List<Structure> reachable(Set<String> keys) {
        Set<String> taken = new HashSet<>(keys);
        Deque<String> toFollow = new ArrayDeque<>(keys);
        List<Map.Entry<String, Structure>> found = new ArrayList<>();
        while (!toFollow.isEmpty()) {
            String key = toFollow.remove();
            Entry entry = entry(key).orElse(null);
            if (entry == null) {
                continue;
            }
            if (entry.resource() != null) {
                found.add(Map.entry(key, entry.resource()));
            }
            for (String reference : entry.references()) {
                if (taken.add(reference)) {
                    toFollow.add(reference);
                }
            }
        }
        found.sort(Map.Entry.comparingByKey());
        return found.stream().map(Map.Entry::getValue).toList();
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
