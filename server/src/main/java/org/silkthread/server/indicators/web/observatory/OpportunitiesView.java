package org.silkthread.server.indicators.web.observatory;

import java.util.List;
import org.silkthread.server.indicators.reading.Verdict;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;

/** Figures outside the 99.8% limits, by indicator. */
public record OpportunitiesView(List<Choice> regions, List<Choice> dimensions, String howMany, List<Group> groups) {

    /** The outliers of one indicator. */
    public record Group(String id, String indicator, String about, List<Item> items, List<PageLink> links) {}

    /** One outlier. */
    public record Item(
            String organisation, String href, Verdict.Shape shape, String standing, String value, String base) {}
}
