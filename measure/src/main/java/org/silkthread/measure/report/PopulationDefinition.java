package org.silkthread.measure.report;

import java.util.Optional;

/**
 * A population of a group.
 *
 * @param id as in the Measure; empty when it has none
 * @param expression the name of the definition, or of the function for observations; empty when missing
 * @param criteriaReference the id of the population that this one builds on: the observed one, or an initial population
 * @param aggregate how observations are aggregated; absent for other populations and when the measure says nothing
 * @param aggregateName the aggregate method as the measure writes it; empty when it says nothing
 */
public record PopulationDefinition(
        String id,
        PopulationCode code,
        String expression,
        Optional<String> criteriaReference,
        Optional<AggregateMethod> aggregate,
        String aggregateName) {

    /** The id, or the code where there is none: good enough for messages. */
    public String label() {
        return id.isEmpty() ? code.code() : id;
    }

    /** Whether a criteria reference names this population: by its id, or, as some measures do, by its code. */
    boolean isReferredBy(String reference) {
        return reference.equals(id) || reference.equals(code.code());
    }
}
