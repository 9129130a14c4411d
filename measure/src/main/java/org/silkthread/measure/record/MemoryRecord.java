package org.silkthread.measure.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;

/** A patient's resources, all in memory, in the order of {@link ResourceOrder}: of several versions of one, the newest. */
public final class MemoryRecord implements PatientRecord {

    private final String id;
    private final Map<StructureType, List<Structure>> byType = new HashMap<>();

    public MemoryRecord(String id, List<Structure> resources) {
        this.id = id;
        for (Structure resource : resources) {
            byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
        }
        byType.replaceAll((type, list) -> ResourceOrder.ordered(list));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Structure> resources(StructureType type) {
        return byType.getOrDefault(type, List.of());
    }
}
