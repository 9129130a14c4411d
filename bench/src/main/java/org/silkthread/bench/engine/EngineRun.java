package org.silkthread.bench.engine;

import java.util.List;

/**
 * One measured run, as an engine prints it.
 *
 * @param engine its name
 * @param version as released
 * @param runtime what it ran on
 * @param population the name of the folder
 * @param threads or processes
 * @param patientMeasures how many patients times measures were evaluated within the time
 * @param patients how many patients that were, seen again or not
 * @param measures how many measures each of them went through
 * @param seconds how long it was measured
 * @param perSecond patients times measures a second
 * @param cpuSeconds processor time of its processes meanwhile, compiling and collecting included: on a busy machine this
 *     says more than the rate
 * @param coldSeconds from raw files to the sums of all measures, once, in a program that has just started, its measures
 *     ready; 0 when it was not measured
 * @param heapAfterGcBytes what stays in the heap after a collection at the end
 * @param peakResidentBytes the most memory that the system counted for its processes
 * @param failed measures that it could not evaluate, with the reason
 */
record EngineRun(
        String engine,
        String version,
        String runtime,
        String population,
        int threads,
        long patientMeasures,
        long patients,
        int measures,
        double seconds,
        double perSecond,
        double cpuSeconds,
        double coldSeconds,
        long heapAfterGcBytes,
        long peakResidentBytes,
        List<String> failed) {

    EngineRun {
        failed = List.copyOf(failed);
    }
}
