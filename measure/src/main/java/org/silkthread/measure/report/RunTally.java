package org.silkthread.measure.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tallies of all measures of a run over the same patients. Written by one thread. */
public final class RunTally {

    private final List<MeasureTally> measures;

    RunTally(List<MeasureTally> measures) {
        this.measures = List.copyOf(measures);
    }

    /** The tally of no patient. */
    public static RunTally empty(List<MeasureDefinition> measures) {
        return new RunTally(measures.stream().map(MeasureTally::new).toList());
    }

    public List<MeasureTally> measures() {
        return measures;
    }

    MeasureTally measure(int index) {
        return measures.get(index);
    }

    /** This tally and that of other patients together; neither is changed. */
    public RunTally plus(RunTally other) {
        if (measures.size() != other.measures.size()) {
            throw new IllegalArgumentException(
                    "Tallies of different runs: " + measures.size() + " measures and " + other.measures.size());
        }
        List<MeasureTally> sums = new ArrayList<>(measures.size());
        for (int i = 0; i < measures.size(); i++) {
            sums.add(measures.get(i).plus(other.measures.get(i)));
        }
        return new RunTally(sums);
    }

    void addAll(RunTally other) {
        for (int i = 0; i < measures.size(); i++) {
            measures.get(i).addAll(other.measures.get(i));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunTally that && measures.equals(that.measures);
    }

    @Override
    public int hashCode() {
        return measures.hashCode();
    }

    @Override
    public String toString() {
        return measures.toString();
    }
}
