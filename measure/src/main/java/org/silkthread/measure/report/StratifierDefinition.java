package org.silkthread.measure.report;

import java.util.List;
import java.util.Set;

/**
 * A stratifier: a criterion or a value by which a group is split.
 *
 * @param id as in the Measure; empty when it has none
 * @param text the text or first code of its code; empty when it has none
 * @param components one for a plain stratifier, several when strata are combinations
 * @param appliesTo the populations that strata count; empty for all
 */
public record StratifierDefinition(
        String id, String text, List<StratifierComponent> components, Set<PopulationCode> appliesTo) {

    /** The id, text or first expression: good enough for messages. */
    public String label() {
        if (!id.isEmpty()) {
            return id;
        }
        return text.isEmpty() ? components.getFirst().expression() : text;
    }
}
