package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.plan.Expression.Retrieve;
import org.silkthread.measure.semantics.Inputs;
import org.silkthread.measure.semantics.Retrieval;

/** Resources of a type that declare a profile and have a code. */
final class RetrieveClosure extends Closure {

    private final Inputs inputs;
    private final CodeGroups groups;
    private final Retrieve retrieve;
    private final int profile;
    private final int group;
    private final int codeSlot;
    private final Closure codes;
    private final Closure range;

    /**
     * @param profile the group of the profile; -1 for none
     * @param group the group of the codes when they are constant; -1 otherwise
     */
    RetrieveClosure(
            Inputs inputs, CodeGroups groups, Retrieve retrieve, int profile, int group, Closure codes, Closure range) {
        this.inputs = inputs;
        this.groups = groups;
        this.retrieve = retrieve;
        this.profile = profile;
        this.group = group;
        this.codeSlot = retrieve.type().slot(retrieve.codeElement());
        this.codes = codes;
        this.range = range;
    }

    @Override
    @Nullable
    Object value(Frame frame) {
        List<Structure> resources = frame.patient.record.resources(retrieve.type());
        int size = resources.size();
        if (size == 0) {
            return List.of();
        }
        Object wanted = group < 0 && retrieve.codes().isPresent() ? codes.value(frame) : null;
        Object dates = retrieve.dateRange().isPresent() ? range.value(frame) : null;
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Structure resource = resources.get(i);
            if ((profile < 0 || groups.declares(profile, resource))
                    && coded(resource, wanted)
                    && (retrieve.dateRange().isEmpty()
                            || Retrieval.dated(inputs.settings(), retrieve, resource, dates))) {
                found.add(resource);
            }
        }
        return found;
    }

    private boolean coded(Structure resource, @Nullable Object wanted) {
        if (retrieve.codes().isEmpty()) {
            return true;
        }
        return group >= 0 && codeSlot >= 0
                ? groups.contains(group, resource.get(codeSlot))
                : Retrieval.coded(
                        inputs.valueSets(), retrieve, resource, group >= 0 ? codes.value(Folding.NO_FRAME) : wanted);
    }
}
