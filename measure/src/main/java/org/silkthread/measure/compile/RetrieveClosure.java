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
    private final int kind;
    private final int group;
    private final Closure codes;
    private final Closure range;

    /**
     * @param kind the number of the rows that it chooses from
     * @param group the group of the codes when they are constant and stand in one element; -1 otherwise
     */
    RetrieveClosure(
            Inputs inputs, CodeGroups groups, Retrieve retrieve, int kind, int group, Closure codes, Closure range) {
        this.inputs = inputs;
        this.groups = groups;
        this.retrieve = retrieve;
        this.kind = kind;
        this.group = group;
        this.codes = codes;
        this.range = range;
    }

    @Override
    @Nullable
    Object value(Frame frame) {
        RetrievableRows rows = frame.patient.rows(kind);
        if (rows == RetrievableRows.NONE) {
            return List.of();
        }
        List<Structure> coded = group >= 0
                ? rows.coded(groups, group)
                : retrieve.codes().isPresent() ? coded(rows.all(), codes.value(frame)) : rows.all();
        return retrieve.dateRange().isPresent() ? dated(coded, range.value(frame)) : coded;
    }

    private List<Structure> coded(List<Structure> resources, @Nullable Object wanted) {
        List<Structure> found = new ArrayList<>();
        for (Structure resource : resources) {
            if (Retrieval.coded(inputs.valueSets(), retrieve, resource, wanted)) {
                found.add(resource);
            }
        }
        return found;
    }

    private List<Structure> dated(List<Structure> resources, @Nullable Object dates) {
        List<Structure> found = new ArrayList<>();
        for (Structure resource : resources) {
            if (Retrieval.dated(inputs.settings(), retrieve, resource, dates)) {
                found.add(resource);
            }
        }
        return found;
    }
}
