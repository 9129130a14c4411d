package org.silkthread.measure.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the elements of a list. */
final class ListClosures {

    private ListClosures() {}

    static final class Sorted extends Closure {

        private final Closure values;
        private final Sorting sorting;

        Sorted(Closure values, Sorting sorting) {
            this.values = values;
            this.sorting = sorting;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return values.value(frame) instanceof List<?> list ? sorting.sorted(list, frame) : null;
        }
    }

    static final class Filter extends Closure {

        private final Closure values;
        private final int slot;
        private final Closure condition;

        Filter(Closure values, int slot, Closure condition) {
            this.values = values;
            this.slot = slot;
            this.condition = condition;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            if (!(values.value(frame) instanceof List<?> list)) {
                return null;
            }
            List<@Nullable Object> kept = new ArrayList<>();
            for (Object value : list) {
                frame.locals[slot] = value;
                if (condition.holds(frame)) {
                    kept.add(value);
                }
            }
            return kept;
        }
    }

    static final class ForEach extends Closure {

        private final Closure values;
        private final int slot;
        private final Closure each;

        ForEach(Closure values, int slot, Closure each) {
            this.values = values;
            this.slot = slot;
            this.each = each;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            if (!(values.value(frame) instanceof List<?> list)) {
                return null;
            }
            List<@Nullable Object> results = new ArrayList<>(list.size());
            for (Object value : list) {
                frame.locals[slot] = value;
                results.add(each.value(frame));
            }
            return results;
        }
    }

    static final class Repeat extends Closure {

        private final Closure values;
        private final int slot;
        private final Closure step;

        Repeat(Closure values, int slot, Closure step) {
            this.values = values;
            this.slot = slot;
            this.step = step;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            if (!(values.value(frame) instanceof List<?> list)) {
                return null;
            }
            List<@Nullable Object> found = new ArrayList<>();
            Deque<Object> open = new ArrayDeque<>();
            addPresent(open, list);
            while (!open.isEmpty()) {
                frame.locals[slot] = open.removeFirst();
                for (Object value : Rows.of(step.value(frame))) {
                    if (value != null && !found.contains(value)) {
                        found.add(value);
                        open.add(value);
                    }
                }
            }
            return found;
        }

        private static void addPresent(Deque<Object> open, List<?> list) {
            for (Object value : list) {
                if (value != null) {
                    open.add(value);
                }
            }
        }
    }
}
