package org.silkthread.server.indicators.web;

import java.util.List;
import org.silkthread.server.indicators.reading.Verdict;

/**
 * Quality at a glance on the profile of an organisation.
 *
 * @param nothing what to say when there are no figures
 */
public record GlanceView(String nothing, List<DimensionGroup> dimensions) {

    /** The figures of one dimension. */
    public record DimensionGroup(String name, String question, List<Item> items) {}

    /** The latest figure of one indicator. */
    public record Item(
            String title,
            String href,
            String value,
            String unit,
            String when,
            Verdict.Shape shape,
            String standing,
            List<String> marks) {}
}
