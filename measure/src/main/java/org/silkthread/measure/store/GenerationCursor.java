package org.silkthread.measure.store;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.Interner;

/** Walks over the records of one load in patient order, within a range. Used by one thread. */
final class GenerationCursor {

    private final int generation;
    private final List<Generation.Ranged> segments;
    private final int range;
    private final int ranges;
    private final StructureType[] types;
    private final Interner interner;
    private int nextSegment;
    private @Nullable Segment segment;
    private @Nullable Dictionary dictionary;
    private int record;
    private int end;

    GenerationCursor(Generation generation, int range, int ranges, StructureType[] types, Interner interner) {
        this.generation = generation.number();
        this.segments = generation.segments().stream()
                .filter(segment -> segment.touches(range, ranges))
                .toList();
        this.range = range;
        this.ranges = ranges;
        this.types = types;
        this.interner = interner;
        settle();
    }

    int generation() {
        return generation;
    }

    boolean exhausted() {
        return segment == null;
    }

    /** Of the record at which it stands. */
    long hash() {
        return current().hash(record);
    }

    byte[] bytes() {
        return current().record(record);
    }

    StoredPart part(byte[] bytes) {
        Dictionary known = dictionary;
        if (known == null) {
            known = current().dictionary(types, interner);
            dictionary = known;
        }
        return new StoredPart(types, bytes, known);
    }

    void advance() {
        record++;
        settle();
    }

    private Segment current() {
        Segment open = segment;
        if (open == null) {
            throw new NoSuchElementException();
        }
        return open;
    }

    /** Goes on to the next segment while this one has no more records of the range. */
    private void settle() {
        while (record == end) {
            dictionary = null;
            if (segment != null) {
                segment.release();
            }
            if (nextSegment == segments.size()) {
                segment = null;
                return;
            }
            Segment next = segments.get(nextSegment++).segment();
            next.verify();
            record = next.firstFrom(Generation.Ranged.lowest(range, ranges));
            end = range + 1 == ranges ? next.records() : next.firstFrom(Generation.Ranged.lowest(range + 1, ranges));
            segment = next;
        }
    }
}
