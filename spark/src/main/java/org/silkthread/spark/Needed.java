package org.silkthread.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.silkthread.measure.plan.Reads;
import org.silkthread.measure.store.Projection;

/** What a plan reads, as the store needs to know it in order to decode no more. */
final class Needed {

    private Needed() {}

    static Projection of(Reads reads) {
        if (reads.everything()) {
            return Projection.everything();
        }
        Map<String, Set<String>> elements = new HashMap<>();
        reads.types().forEach(type -> elements.put(type.name(), reads.elements()));
        elements.put("Patient", reads.elements());
        return Projection.of(elements);
    }
}
