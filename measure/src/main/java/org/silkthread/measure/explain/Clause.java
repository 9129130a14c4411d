package org.silkthread.measure.explain;

import java.util.List;
import java.util.Optional;
import org.silkthread.measure.plan.Plan.Position;

/**
 * A clause of the logic and what came of it for a patient.
 *
 * @param definition the definition that the clause refers to; empty when it is written out in place
 * @param position where it stands in the CQL
 * @param verdict what came of it
 * @param value the value in words; for a list, how many members
 * @param evidence the resources that it found, as {@code Type/id}
 * @param parts clauses within it
 */
public record Clause(
        Optional<String> definition,
        Optional<Position> position,
        Verdict verdict,
        String value,
        List<String> evidence,
        List<Clause> parts) {

    /** What came of a clause: for a condition its truth; for data whether there was any. */
    public enum Verdict {
        TRUE,
        FALSE,
        UNKNOWN,
        NOT_EVALUATED,
        FAILED
    }
}
