package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.operator.Variadic;
import org.silkthread.measure.value.Settings;

/** A chain of unions. Resources of one patient are the same when they are the same object. */
final class UnionClosure extends Closure {

    private static final int FEW = 12;

    private final Settings settings;
    private final Variadic union;
    private final Closure[] members;

    UnionClosure(Settings settings, Operator operator, Closure[] members) {
        this.settings = settings;
        this.union = operator.variadic(null);
        this.members = members;
    }

    @Override
    @Nullable
    Object value(Frame frame) {
        @Nullable Object[] values = Basics.values(members, frame);
        int size = 0;
        for (Object value : values) {
            if (!(value instanceof List<?> list) || !resources(list)) {
                return general(values);
            }
            size += list.size();
        }
        return size == 0 ? List.of() : distinct(values, size);
    }

    private static boolean resources(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Structure structure && structure.type().resource())) {
                return false;
            }
        }
        return true;
    }

    private static List<Object> distinct(@Nullable Object[] values, int size) {
        List<Object> found = new ArrayList<>(size);
        Set<Object> seen = size <= FEW ? Set.of() : Collections.newSetFromMap(new IdentityHashMap<>(size * 2));
        for (Object value : values) {
            for (Object member : Rows.of(value)) {
                if (size <= FEW ? !contains(found, member) : seen.add(member)) {
                    found.add(member);
                }
            }
        }
        return found;
    }

    private static boolean contains(List<Object> found, Object member) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == member) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object general(@Nullable Object[] values) {
        return union.apply(settings, values);
    }

    @Override
    boolean exists(Frame frame) {
        for (Closure member : members) {
            if (member.exists(frame)) {
                return true;
            }
        }
        return false;
    }
}
