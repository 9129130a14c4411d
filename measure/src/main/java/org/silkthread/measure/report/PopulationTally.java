package org.silkthread.measure.report;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Members and observations of the populations of a group, or of one stratum of it, summed over patients. Counts are exact:
 * whoever publishes them goes through disclosure.
 */
public final class PopulationTally {

    private final GroupDefinition group;
    private final long[] counts;
    private final @Nullable ObservationTally[] observations;

    PopulationTally(GroupDefinition group) {
        this.group = group;
        int populations = group.populations().size();
        counts = new long[populations];
        observations = new ObservationTally[populations];
        for (int i = 0; i < populations; i++) {
            PopulationDefinition population = group.populations().get(i);
            if (population.code() == PopulationCode.MEASURE_OBSERVATION) {
                observations[i] = new ObservationTally(population.aggregate().orElse(standard(group)));
            }
        }
    }

    /** What observations mean where the measure names no method: their sum in a ratio, their mean otherwise. */
    private static AggregateMethod standard(GroupDefinition group) {
        return group.scoring() == Scoring.RATIO ? AggregateMethod.SUM : AggregateMethod.AVERAGE;
    }

    void add(long mask) {
        long rest = mask;
        while (rest != 0) {
            counts[Long.numberOfTrailingZeros(rest)]++;
            rest &= rest - 1;
        }
    }

    void observe(MemberSheet sheet, int index) {
        int population = sheet.observedPopulation(index);
        counts[population]++;
        Objects.requireNonNull(observations[population]).add(sheet.observedValue(index), sheet.observedUnit(index));
    }

    void addAll(PopulationTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
            ObservationTally mine = observations[i];
            ObservationTally theirs = other.observations[i];
            if (mine != null && theirs != null) {
                mine.addAll(theirs);
            }
        }
    }

    void addCount(int population, long count) {
        counts[population] += count;
    }

    public GroupDefinition group() {
        return group;
    }

    /** Members of a population by its place in the group; for observations, how many there are. */
    public long count(int population) {
        return counts[population];
    }

    /** Members of all populations of a code. */
    public long count(PopulationCode code) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (group.populations().get(i).code() == code) {
                sum += counts[i];
            }
        }
        return sum;
    }

    /** The observations of a population; empty for populations that observe nothing. */
    public Optional<ObservationTally> observations(int population) {
        return Optional.ofNullable(observations[population]);
    }

    /** Denominator without exclusions and exceptions. */
    public long eligible() {
        return count(PopulationCode.DENOMINATOR)
                - count(PopulationCode.DENOMINATOR_EXCLUSION)
                - count(PopulationCode.DENOMINATOR_EXCEPTION);
    }

    /** Numerator without exclusions. */
    public long met() {
        return count(PopulationCode.NUMERATOR) - count(PopulationCode.NUMERATOR_EXCLUSION);
    }

    public Score score() {
        return Scores.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PopulationTally that
                && group.equals(that.group)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(observations, that.observations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(observations);
    }

    @Override
    public String toString() {
        return group.id() + Arrays.toString(counts);
    }
}
