package org.silkthread.measure.synthetic;

import java.util.Set;

/** NDJSON of some patients, one text for each kind of resource, and how many resources each holds. */
final class Sheaf {

    private static final ResourceKind[] KINDS = ResourceKind.values();

    private final Bytes[] texts = new Bytes[KINDS.length];
    private final long[] counts = new long[KINDS.length];
    private final boolean[] wanted = new boolean[KINDS.length];

    Sheaf(Set<ResourceKind> kinds) {
        for (ResourceKind kind : KINDS) {
            texts[kind.ordinal()] = new Bytes();
            wanted[kind.ordinal()] = kinds.contains(kind);
        }
    }

    /** Whether resources of the kind are written; the rest of the population is the same either way. */
    boolean wants(ResourceKind kind) {
        return wanted[kind.ordinal()];
    }

    /** The text to write one more resource to. */
    Bytes next(ResourceKind kind) {
        counts[kind.ordinal()]++;
        return texts[kind.ordinal()];
    }

    Bytes text(ResourceKind kind) {
        return texts[kind.ordinal()];
    }

    long count(ResourceKind kind) {
        return counts[kind.ordinal()];
    }

    void clear() {
        for (ResourceKind kind : KINDS) {
            texts[kind.ordinal()].clear();
            counts[kind.ordinal()] = 0;
        }
    }
}
