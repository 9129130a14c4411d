package org.silkthread.measure.record;

import org.jspecify.annotations.Nullable;

/**
 * Gives equal values one object, so that they are cheap to compare and so that what is worked out for one (membership of
 * value sets) serves all. Remembers a bounded number of values, each until another takes its place. Used by one thread.
 */
public final class Interner {

    private static final int BITS = 16;

    private final @Nullable Object[] seen = new Object[1 << BITS];

    /** The object that was given before for an equal value, or this one. The value must not be changed afterwards. */
    @SuppressWarnings("unchecked")
    public <T> T intern(T value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> BITS) & seen.length - 1;
        @Nullable Object known = seen[place];
        if (known != null && known.getClass() == value.getClass() && known.equals(value)) {
            return (T) known;
        }
        seen[place] = value;
        return value;
    }
}
