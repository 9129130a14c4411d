package org.silkthread.measure.store;

import java.util.Map;

/**
 * What a store holds.
 *
 * @param patients how many patients, that is, Patient resources
 * @param resources how many resources belong to patients, by type
 * @param shared how many resources belong to no patient of themselves, by type
 * @param waitingPatients how many patients have resources here, but no Patient resource
 * @param waiting how many resources they have; none of them is counted above or measured
 * @param bytes the size of all segments, versions that newer loads replaced included
 * @param loads how many loads there were since the store was made
 * @param layers how many loads' files are read side by side; compacting makes them one
 */
public record StoreSummary(
        long patients,
        Map<String, Long> resources,
        Map<String, Long> shared,
        long waitingPatients,
        long waiting,
        long bytes,
        int loads,
        int layers) {

    /** How many resources there are in all. */
    public long totalResources() {
        return sum(resources) + sum(shared);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
