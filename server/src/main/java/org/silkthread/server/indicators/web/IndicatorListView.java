package org.silkthread.server.indicators.web;

import java.util.List;
import org.silkthread.server.web.component.Choice;

/**
 * The list of indicators as its page shows it.
 *
 * @param note anything readers must know first; blank for nothing
 */
public record IndicatorListView(
        String title,
        String search,
        List<Choice> dimensions,
        List<Choice> pathways,
        String howMany,
        String note,
        List<Group> groups) {

    /** The indicators of one dimension. */
    public record Group(String id, String name, String question, List<PathwayGroup> pathways) {}

    /** Those of one pathway. */
    public record PathwayGroup(String name, List<Item> items) {}

    /** One indicator with the latest figure for the country. */
    public record Item(String title, String href, String about, String value, String unit, String when) {}
}
