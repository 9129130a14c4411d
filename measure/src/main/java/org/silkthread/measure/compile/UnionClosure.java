package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.operator.OperatorException;
import org.silkthread.measure.operator.Variadic;
import org.silkthread.measure.value.Settings;

/** A chain of unions. Resources of one patient are the same when they are the same object. */
final class UnionClosure extends Closure {

    private static final int FEW = 12;

    /** How a member is united with what stands before it: as intervals or as lists, and where the CQL says so. */
    record Step(Operator operator, Variadic union, String place) {

        Step(Operator operator, String place) {
            this(operator, operator.variadic(null), place);
        }
    }

    private final Settings settings;
    private final Closure[] members;
    private final List<Step> steps;
    private final boolean ofLists;

    /** @param steps one fewer than members */
    UnionClosure(Settings settings, Closure[] members, List<Step> steps) {
        this.settings = settings;
        this.members = members;
        this.steps = steps;
        this.ofLists = steps.stream().allMatch(step -> step.operator() == Operator.LIST_UNION);
    }

    @Override
    @Nullable
    Object value(Frame frame) {
        @Nullable Object[] values = Basics.values(members, frame);
        int size = 0;
        for (Object value : values) {
            if (!(value instanceof List<?> list) || !resources(list)) {
                return general(frame, values);
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

    private @Nullable Object general(Frame frame, @Nullable Object[] values) {
        Object united = values[0];
        for (int i = 1; i < values.length; i++) {
            Step step = steps.get(i - 1);
            try {
                united = step.union().apply(settings, new @Nullable Object[] {united, values[i]});
            } catch (OperatorException problem) {
                frame.patient.problem(step.place() + step.operator() + ": " + problem.getMessage());
                united = null;
            } catch (RuntimeException problem) {
                throw OperatorCompiler.failure(step.place(), step.operator(), problem);
            }
        }
        return united;
    }

    @Override
    boolean exists(Frame frame) {
        if (!ofLists) {
            return super.exists(frame);
        }
        for (Closure member : members) {
            if (member.exists(frame)) {
                return true;
            }
        }
        return false;
    }
}
