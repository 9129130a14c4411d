package org.silkthread.server.indicators.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.web.component.PageLink;

/**
 * The front page.
 *
 * @param empty what an operator runs to load figures, when none are loaded
 */
public record HomeView(
        String query,
        Optional<Results> results,
        Optional<Empty> empty,
        List<DimensionTiles> dimensions,
        List<Way> ways) {

    /** What a search found. */
    public record Results(String heading, List<PageLink> organisations, String moreHref, List<PageLink> indicators) {}

    /** Nothing is loaded. */
    public record Empty(List<Command> commands) {}

    /** A command to run. */
    public record Command(String what, String line) {}

    /** The headline figures of one dimension. */
    public record DimensionTiles(String name, String question, List<Tile> tiles) {}

    /** A headline figure for the country. */
    public record Tile(String title, String href, String value, String unit, Optional<Content> drawing, String words) {}

    /** A way into the site. */
    public record Way(String heading, String href, String description) {}
}
