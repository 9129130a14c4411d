package org.silkthread.measure.synthetic;

import java.util.Map;

/**
 * What was written.
 *
 * @param patients how many patients
 * @param resources how many resources of each kind
 * @param bytes how many bytes of NDJSON before compression
 */
public record Written(long patients, Map<ResourceKind, Long> resources, long bytes) {

    public Written {
        resources = Map.copyOf(resources);
    }

    /** How many resources of all kinds. */
    public long allResources() {
        return resources.values().stream().mapToLong(Long::longValue).sum();
    }
}
