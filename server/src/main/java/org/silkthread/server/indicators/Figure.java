package org.silkthread.server.indicators;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.disclosure.PublishedValue;

/**
 * One figure as an audience may see it, with what is needed to judge it.
 *
 * @param definition the version that is in force for the period
 * @param organisationName the name of the organisation or area
 * @param own whether the counts are what the organisation itself sent, and not a sum over several
 * @param value the value, or why there is none
 * @param coverage how much of the period and place is in it
 * @param source where the counts come from; absent when there are none
 * @param marks what is said of it, such as "Not validated"
 * @param nextRelease what is published next of this indicator
 */
public record Figure(
        FigureId id,
        IndicatorDefinition definition,
        String organisationName,
        boolean own,
        PublishedValue value,
        Coverage coverage,
        Optional<FigureSource> source,
        List<Mark> marks,
        NextRelease nextRelease) {

    public Figure {
        marks = List.copyOf(marks);
    }

    /** The value, if there is one to show. */
    public Optional<PublishedValue.Shown> shown() {
        return value.shown();
    }
}
