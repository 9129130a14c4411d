package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.semantics.SortOrder;
import org.silkthread.measure.value.Settings;

/** A sort clause: keys are evaluated once for each row. */
final class Sorting {

    private final Settings settings;
    private final Closure[] keys;
    private final int[] thisSlots;
    private final List<Boolean> descending;

    private record Keyed(@Nullable Object row, @Nullable Object[] keys) {}

    Sorting(Settings settings, Closure[] keys, int[] thisSlots, List<Boolean> descending) {
        this.settings = settings;
        this.keys = keys;
        this.thisSlots = thisSlots;
        this.descending = descending;
    }

    List<@Nullable Object> sorted(List<?> rows, Frame frame) {
        if (rows.size() < 2) {
            return new ArrayList<>(rows);
        }
        List<Keyed> keyed = new ArrayList<>(rows.size());
        for (Object row : rows) {
            @Nullable Object[] values = new Object[keys.length];
            for (int i = 0; i < keys.length; i++) {
                frame.locals[thisSlots[i]] = row;
                values[i] = keys[i].value(frame);
            }
            keyed.add(new Keyed(row, values));
        }
        keyed.sort(this::compare);
        List<@Nullable Object> sorted = new ArrayList<>(rows.size());
        for (Keyed row : keyed) {
            sorted.add(row.row());
        }
        return sorted;
    }

    private int compare(Keyed left, Keyed right) {
        for (int i = 0; i < keys.length; i++) {
            int order = SortOrder.compare(settings, left.keys()[i], right.keys()[i]);
            if (order != 0) {
                return descending.get(i) ? -order : order;
            }
        }
        return 0;
    }
}
