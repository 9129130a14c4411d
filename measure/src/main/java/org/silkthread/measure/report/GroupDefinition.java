package org.silkthread.measure.report;

import java.util.List;
import java.util.Optional;

/**
 * A group: populations that make one score.
 *
 * @param id as in the Measure; empty when it has none
 * @param text the text or first code of its code; empty when it has none
 * @param basis {@code boolean} when patients are counted, else the type of what is counted, such as {@code Encounter}
 * @param components for a composite group, what it is composed of; empty for others
 */
public record GroupDefinition(
        String id,
        String text,
        Scoring scoring,
        Optional<CompositeScoring> compositeScoring,
        String basis,
        Optional<ImprovementNotation> improvementNotation,
        List<PopulationDefinition> populations,
        List<StratifierDefinition> stratifiers,
        List<CompositeComponent> components) {

    public static final String BOOLEAN = "boolean";

    /** Whether patients are counted, not resources. */
    public boolean countsPatients() {
        return basis.equals(BOOLEAN);
    }
}
