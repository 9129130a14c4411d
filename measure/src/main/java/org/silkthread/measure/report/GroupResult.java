package org.silkthread.measure.report;

import java.util.List;

/** What a patient contributes to a group. {@code id} is empty when the group has none. */
public record GroupResult(String id, List<PopulationCount> populations, Score score, List<StratumResult> strata) {

    /** Members in all populations of a code together. */
    public long count(PopulationCode code) {
        long sum = 0;
        for (PopulationCount population : populations) {
            if (population.code() == code) {
                sum += population.count();
            }
        }
        return sum;
    }
}
