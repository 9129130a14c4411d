package org.silkthread.measure.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.record.PatientRecord;

/**
 * A patient's resources of one type that declare a profile, each with what is remembered about its coded element: what all
 * retrieves of that type, profile and element choose from.
 */
final class RetrievableRows {

    /**
     * Which resources.
     *
     * @param profile the group of the profile; -1 for none
     * @param codeSlot the slot of the coded element; -1 when codes are not asked for by group
     */
    record Kind(StructureType type, int profile, int codeSlot) {}

    static final RetrievableRows NONE = new RetrievableRows(List.of(), -1, new Memo[0]);

    private final List<Structure> resources;
    private final int codeSlot;
    private final @Nullable Memo[] memos;

    private RetrievableRows(List<Structure> resources, int codeSlot, @Nullable Memo[] memos) {
        this.resources = resources;
        this.codeSlot = codeSlot;
        this.memos = memos;
    }

    static RetrievableRows of(PatientRecord record, Kind kind, CodeGroups groups) {
        List<Structure> resources = record.resources(kind.type());
        if (kind.profile() >= 0) {
            List<Structure> declaring = new ArrayList<>();
            for (int i = 0; i < resources.size(); i++) {
                Structure resource = resources.get(i);
                if (groups.declares(kind.profile(), resource)) {
                    declaring.add(resource);
                }
            }
            resources = declaring;
        }
        if (resources.isEmpty()) {
            return NONE;
        }
        @Nullable Memo[] memos = new Memo[kind.codeSlot() < 0 ? 0 : resources.size()];
        for (int i = 0; i < memos.length; i++) {
            memos[i] = resources.get(i).get(kind.codeSlot()) instanceof Structure element ? groups.memo(element) : null;
        }
        return new RetrievableRows(resources, kind.codeSlot(), memos);
    }

    List<Structure> all() {
        return resources;
    }

    /** Those whose coded element has a code of the group. */
    List<Structure> coded(CodeGroups groups, int group) {
        List<Structure> found = new ArrayList<>();
        for (int i = 0; i < memos.length; i++) {
            Memo memo = memos[i];
            Structure resource = resources.get(i);
            if (memo == null
                    ? groups.contains(group, resource.get(codeSlot))
                    : groups.contains(group, memo, resource, codeSlot)) {
                found.add(resource);
            }
        }
        return found;
    }
}
