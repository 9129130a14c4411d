package org.silkthread.measure.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** Slots for the operands, aliases and lets of one definition or function. Each name gets a slot of its own. */
final class FrameLayout {

    private record Named(String name, int slot) {}

    private final Deque<Named> scope = new ArrayDeque<>();
    private int size;

    int size() {
        return size;
    }

    /** A new slot, known by a name until the scope is left. */
    int enter(String name) {
        scope.push(new Named(name, size));
        return size++;
    }

    void leave(int names) {
        for (int i = 0; i < names; i++) {
            scope.pop();
        }
    }

    /** The slot of the innermost name. */
    OptionalInt find(String name) {
        return scope.stream()
                .filter(named -> named.name().equals(name))
                .mapToInt(Named::slot)
                .findFirst();
    }
}
