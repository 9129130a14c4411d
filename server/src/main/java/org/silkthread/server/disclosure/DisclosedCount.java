package org.silkthread.server.disclosure;

import java.util.OptionalLong;

/** A count as a given audience may know it. Everything shown to that audience is computed from this alone. */
public sealed interface DisclosedCount {

    /**
     * The count itself.
     *
     * @param count not negative
     */
    record Exact(long count) implements DisclosedCount {

        public Exact {
            requireCount(count);
        }
    }

    /**
     * A multiple of 5 near the count: the nearest for what one organisation counted, and for totals the nearest that
     * gives no part of the total away.
     *
     * @param count not negative
     */
    record Rounded(long count) implements DisclosedCount {

        public Rounded {
            requireCount(count);
        }
    }

    /**
     * Not shown.
     *
     * @param reason why, in words
     */
    record Hidden(WithheldReason reason) implements DisclosedCount {}

    /** The number to show and to compute from, if there is one. */
    default OptionalLong shown() {
        return switch (this) {
            case Exact exact -> OptionalLong.of(exact.count());
            case Rounded rounded -> OptionalLong.of(rounded.count());
            case Hidden hidden -> OptionalLong.empty();
        };
    }

    private static void requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A count is not negative: " + count);
        }
    }
}
