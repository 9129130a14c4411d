package org.silkthread.measure.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The patients of a range of the store, in its order. A record stays valid when the scan goes on. Used by one thread. */
final class PatientScan implements Iterator<StoredRecord> {

    /** In place of the Patient type: records with whatever resources. */
    static final int ANY_TYPE = -1;

    private final Projection.Compiled projection;
    private final List<GenerationCursor> cursors;
    private final SharedResources shared;
    private final Map<String, Integer> deletions;
    private final int patientType;
    private @Nullable StoredRecord next;

    /**
     * @param cursors from the newest load to the oldest
     * @param deletions by patient the first load that is not touched by its deletion
     */
    PatientScan(
            Projection.Compiled projection,
            List<GenerationCursor> cursors,
            SharedResources shared,
            Map<String, Integer> deletions,
            int patientType) {
        this.projection = projection;
        this.cursors = new ArrayList<>(cursors);
        this.shared = shared;
        this.deletions = deletions;
        this.patientType = patientType;
        this.cursors.removeIf(GenerationCursor::exhausted);
        this.next = findNext();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public StoredRecord next() {
        StoredRecord found = next;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = findNext();
        return found;
    }

    /** The next record that has a Patient resource: without it, others may be there, but no patient to count. */
    private @Nullable StoredRecord findNext() {
        while (!cursors.isEmpty()) {
            StoredPart[] parts = cursors.size() == 1 ? single(cursors.getFirst()) : smallest();
            if (parts.length > 0) {
                StoredRecord found = new StoredRecord(projection, parts, shared);
                if (patientType == ANY_TYPE || found.has(patientType)) {
                    return found;
                }
            }
        }
        return null;
    }

    private StoredPart[] single(GenerationCursor cursor) {
        StoredPart part = cursor.part(cursor.bytes());
        boolean deleted = deleted(part, cursor.generation());
        cursor.advance();
        if (cursor.exhausted()) {
            cursors.remove(cursor);
        }
        return deleted ? new StoredPart[0] : new StoredPart[] {part};
    }

    private boolean deleted(StoredPart part, int generation) {
        return !deletions.isEmpty() && deletions.getOrDefault(part.owner(), 0) > generation;
    }

    private StoredPart[] smallest() {
        long lowest = cursors.getFirst().hash();
        for (GenerationCursor cursor : cursors) {
            lowest = Long.compareUnsigned(cursor.hash(), lowest) < 0 ? cursor.hash() : lowest;
        }
        byte @Nullable [] key = null;
        List<GenerationCursor> first = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        for (GenerationCursor cursor : cursors) {
            if (cursor.hash() == lowest) {
                byte[] record = cursor.bytes();
                int order = key == null ? -1 : compareOwners(record, key);
                if (order < 0) {
                    first.clear();
                    bytes.clear();
                    key = record;
                }
                if (order <= 0) {
                    first.add(cursor);
                    bytes.add(record);
                }
            }
        }
        return parts(first, bytes);
    }

    private StoredPart[] parts(List<GenerationCursor> from, List<byte[]> bytes) {
        List<StoredPart> parts = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            GenerationCursor cursor = from.get(i);
            StoredPart part = cursor.part(bytes.get(i));
            if (!deleted(part, cursor.generation())) {
                parts.add(part);
            }
            cursor.advance();
        }
        cursors.removeIf(GenerationCursor::exhausted);
        return parts.toArray(StoredPart[]::new);
    }

    private static int compareOwners(byte[] a, byte[] b) {
        ByteInput inA = new ByteInput(a, 0);
        ByteInput inB = new ByteInput(b, 0);
        int lengthA = inA.getVar();
        int lengthB = inB.getVar();
        int fromA = inA.position();
        int fromB = inB.position();
        return Arrays.compareUnsigned(a, fromA, fromA + lengthA, b, fromB, fromB + lengthB);
    }
}
