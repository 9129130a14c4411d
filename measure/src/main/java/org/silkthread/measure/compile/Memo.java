package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;

/** What a plan remembers about a structure. Threads that write it write the same, so that none needs to wait. */
final class Memo {

    static final byte UNKNOWN = 0;
    static final byte MEMBER = 1;
    static final byte STRANGER = 2;

    final CodeGroups owner;
    private final byte[] membership;
    private @Nullable Object converted;

    Memo(CodeGroups owner, int groups) {
        this.owner = owner;
        this.membership = new byte[groups];
    }

    byte membership(int group) {
        return membership[group];
    }

    void membership(int group, boolean member) {
        membership[group] = member ? MEMBER : STRANGER;
    }

    /** The System value that the structure was converted to, if it was. */
    @Nullable
    Object converted() {
        return converted;
    }

    void converted(Object value) {
        converted = value;
    }
}
