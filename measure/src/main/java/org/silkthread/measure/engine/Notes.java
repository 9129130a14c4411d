package org.silkthread.measure.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors in one patient's data, noted while values are evaluated. A value is evaluated once and used by many: whoever
 * uses it later gets the notes that came with it, too, so that every measure knows the errors that concern it. Used by
 * one thread.
 */
public final class Notes {

    private List<String> current = List.of();
    private @Nullable Map<Integer, List<String>> kept;
    private int added;

    public void add(String note) {
        added++;
        current = joined(current, List.of(note));
    }

    /** How often a note was added, the same ones included. */
    public int added() {
        return added;
    }

    /** The notes since this was last called, each once. */
    public List<String> take() {
        List<String> taken = current;
        current = List.of();
        return taken;
    }

    /** Begins with a value that is going to be kept; the result is for {@link #end}. */
    public List<String> begin() {
        return take();
    }

    /** Ends with a value: its notes are kept under its number and added to those that came before it. */
    public void end(int value, List<String> before) {
        if (!current.isEmpty()) {
            if (kept == null) {
                kept = new HashMap<>();
            }
            kept.put(value, current);
        }
        current = joined(before, current);
    }

    /** A kept value is used once more. */
    public void again(int value) {
        Map<Integer, List<String>> known = kept;
        if (known != null) {
            current = joined(current, known.getOrDefault(value, List.of()));
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        if (second.isEmpty() || first.containsAll(second)) {
            return first;
        }
        List<String> all = new ArrayList<>(first);
        second.stream().filter(note -> !first.contains(note)).forEach(all::add);
        return all;
    }
}
