package org.silkthread.measure.report;

import static org.silkthread.measure.report.PopulationCode.DENOMINATOR;
import static org.silkthread.measure.report.PopulationCode.DENOMINATOR_EXCEPTION;
import static org.silkthread.measure.report.PopulationCode.DENOMINATOR_EXCLUSION;
import static org.silkthread.measure.report.PopulationCode.INITIAL_POPULATION;
import static org.silkthread.measure.report.PopulationCode.MEASURE_OBSERVATION;
import static org.silkthread.measure.report.PopulationCode.MEASURE_POPULATION;
import static org.silkthread.measure.report.PopulationCode.MEASURE_POPULATION_EXCLUSION;
import static org.silkthread.measure.report.PopulationCode.NUMERATOR;
import static org.silkthread.measure.report.PopulationCode.NUMERATOR_EXCLUSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which populations of a group stand within which, by bits: bit i is the group's population i. */
final class GroupOrder {

    private static final List<PopulationCode> ORDER = List.of(
            DENOMINATOR,
            DENOMINATOR_EXCLUSION,
            NUMERATOR,
            NUMERATOR_EXCLUSION,
            DENOMINATOR_EXCEPTION,
            MEASURE_POPULATION,
            MEASURE_POPULATION_EXCLUSION);

    private final Scoring scoring;
    private final List<PopulationDefinition> populations;

    GroupOrder(GroupDefinition group) {
        scoring = group.scoring();
        populations = group.populations()
                .subList(0, Math.min(Long.SIZE, group.populations().size()));
    }

    int size() {
        return populations.size();
    }

    PopulationDefinition population(int index) {
        return populations.get(index);
    }

    /** Populations after the initial one, in the order of their evaluation; without observations. */
    List<Integer> afterInitial() {
        List<Integer> order = new ArrayList<>();
        for (PopulationCode code : ORDER) {
            for (int i = 0; i < populations.size(); i++) {
                if (populations.get(i).code() == code) {
                    order.add(i);
                }
            }
        }
        return order;
    }

    /** The bits of the populations of which one must hold a member before this one can. */
    long anyOf(int index) {
        return switch (populations.get(index).code()) {
            case NUMERATOR -> scoring == Scoring.RATIO ? initialOf(index) : within(DENOMINATOR, index);
            case DENOMINATOR_EXCLUSION, DENOMINATOR_EXCEPTION -> within(DENOMINATOR, index);
            case NUMERATOR_EXCLUSION -> within(NUMERATOR, index);
            case MEASURE_POPULATION_EXCLUSION -> within(MEASURE_POPULATION, index);
            case INITIAL_POPULATION -> 0;
            case DENOMINATOR, MEASURE_POPULATION, MEASURE_OBSERVATION -> initialOf(index);
        };
    }

    /** The bits of the populations that keep a member out of this one. */
    long noneOf(int index) {
        return switch (populations.get(index).code()) {
            case NUMERATOR -> scoring == Scoring.RATIO ? 0 : bits(DENOMINATOR_EXCLUSION);
            case DENOMINATOR_EXCEPTION ->
                bits(DENOMINATOR_EXCLUSION) | (scoring == Scoring.RATIO ? 0 : bits(NUMERATOR));
            default -> 0;
        };
    }

    /** The bits of the population that an observation observes. */
    long observed(int index) {
        Optional<Integer> referred = referred(index);
        if (referred.isPresent()) {
            return 1L << referred.get();
        }
        if (bits(MEASURE_POPULATION) != 0) {
            return bits(MEASURE_POPULATION);
        }
        // Without a reference, observations of a ratio are those of its denominator first, then of its numerator.
        boolean first = true;
        for (int i = 0; i < index; i++) {
            first &= populations.get(i).code() != MEASURE_OBSERVATION;
        }
        long bits = bits(first ? DENOMINATOR : NUMERATOR);
        return bits == 0 ? bits(INITIAL_POPULATION) : bits;
    }

    /** The bits of the exclusions from populations. */
    long excludedFrom(long bits) {
        long excluded = 0;
        if ((bits & bits(DENOMINATOR)) != 0) {
            excluded |= bits(DENOMINATOR_EXCLUSION) | bits(DENOMINATOR_EXCEPTION);
        }
        if ((bits & bits(NUMERATOR)) != 0) {
            excluded |= bits(NUMERATOR_EXCLUSION);
        }
        if ((bits & bits(MEASURE_POPULATION)) != 0) {
            excluded |= bits(MEASURE_POPULATION_EXCLUSION);
        }
        return excluded;
    }

    /** The bits of all populations of a code. */
    long bits(PopulationCode code) {
        long bits = 0;
        for (int i = 0; i < populations.size(); i++) {
            if (populations.get(i).code() == code) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    /** Those of a code; all initial ones when the group has none of it. */
    private long within(PopulationCode code, int index) {
        long bits = bits(code);
        return bits == 0 ? initialOf(index) : bits;
    }

    /** The initial population that a population refers to; any of them when it refers to none. */
    private long initialOf(int index) {
        Optional<Integer> referred = referred(index);
        if (referred.isPresent() && populations.get(referred.get()).code() == INITIAL_POPULATION) {
            return 1L << referred.get();
        }
        return bits(INITIAL_POPULATION);
    }

    private Optional<Integer> referred(int index) {
        Optional<String> reference = populations.get(index).criteriaReference();
        for (int i = 0; reference.isPresent() && i < populations.size(); i++) {
            if (populations.get(i).isReferredBy(reference.get())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
