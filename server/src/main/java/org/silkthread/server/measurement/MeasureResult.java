package org.silkthread.server.measurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.measure.report.GroupDefinition;
import org.silkthread.measure.report.Scoring;
import org.silkthread.server.disclosure.Undisclosed;

/**
 * What a calculation gives for one measure. Counts are exact, so readers get it released only; what everybody sees are the
 * figures of the indicators room.
 *
 * @param position its place among the results, from 1
 * @param measure its canonical address with its version
 * @param patients how many patients were looked at
 * @param failed how many of them are in no count because a definition failed for them
 * @param noted how many had values that could not be used and count as absent
 */
public record MeasureResult(
        int position, String measure, String title, long patients, long failed, long noted, List<Group> groups)
        implements Undisclosed {

    public MeasureResult {
        groups = List.copyOf(groups);
    }

    /** The measure that was calculated. */
    public Calculation.Choice choice() {
        return new Calculation.Choice(measure, title);
    }

    /**
     * A group, or rate, of a measure.
     *
     * @param number its place in the measure, from 1
     * @param id its id; empty when it has none
     * @param label its words; empty when it has none
     * @param basis what is counted: {@code boolean} for patients, else a type of resource
     * @param numerator who reached it, without exclusions; the members of a cohort; absent where there is no such count
     * @param denominator who could, without exclusions and exceptions; absent where there is none
     * @param score the score; from 0 to 1 for a proportion
     * @param words why there is no score; empty when there is one
     */
    public record Group(
            int number,
            String id,
            String label,
            Scoring scoring,
            String basis,
            OptionalLong numerator,
            OptionalLong denominator,
            Optional<BigDecimal> score,
            String words) {

        /** Whether patients are counted, not resources. */
        public boolean countsPatients() {
            return basis.equals(GroupDefinition.BOOLEAN);
        }
    }
}
