package org.silkthread.measure.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Settings;

/**
 * Values that are not equal to one another (CQL equality, nulls equal), in the order of their first appearance. Values
 * with a cheap hash are found by it; the few others share one bucket and are compared one by one.
 */
final class Distinct {

    private static final int FEW = 8;

    private final Settings settings;
    private final List<@Nullable Object> values;
    private int[] heads = new int[0];
    private int[] next = new int[0];

    Distinct(Settings settings, int expected) {
        this.settings = settings;
        this.values = new ArrayList<>(expected);
    }

    static Distinct of(Settings settings, List<?> values) {
        Distinct distinct = new Distinct(settings, values.size());
        for (int i = 0; i < values.size(); i++) {
            distinct.add(values.get(i));
        }
        return distinct;
    }

    List<@Nullable Object> values() {
        return values;
    }

    /** Adds a value unless an equal one is there; whether it was added. */
    boolean add(@Nullable Object value) {
        if (indexOf(value) >= 0) {
            return false;
        }
        values.add(value);
        if (heads.length > 0 || values.size() > FEW) {
            index();
        }
        return true;
    }

    boolean has(@Nullable Object value) {
        return indexOf(value) >= 0;
    }

    private int indexOf(@Nullable Object value) {
        if (heads.length == 0) {
            for (int i = 0; i < values.size(); i++) {
                if (same(values.get(i), value)) {
                    return i;
                }
            }
            return -1;
        }
        for (int i = heads[bucket(value)]; i >= 0; i = next[i]) {
            if (same(values.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    private boolean same(@Nullable Object left, @Nullable Object right) {
        return (Resources.one(left, right) && Resources.reflexive(left))
                || Boolean.TRUE.equals(Equality.equalOrBothNull(settings, left, right));
    }

    private int bucket(@Nullable Object value) {
        int hash = value == null ? 0 : Resources.hash(value, settings.offset());
        return (hash ^ hash >>> 16) & heads.length - 1;
    }

    private void index() {
        int last = values.size() - 1;
        if (values.size() > heads.length / 2) {
            heads = new int[Integer.highestOneBit(values.size()) * 4];
            Arrays.fill(heads, -1);
            next = new int[heads.length];
            for (int i = 0; i <= last; i++) {
                link(i);
            }
        } else {
            link(last);
        }
    }

    private void link(int index) {
        int bucket = bucket(values.get(index));
        next[index] = heads[bucket];
        heads[bucket] = index;
    }
}
