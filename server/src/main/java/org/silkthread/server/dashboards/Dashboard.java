package org.silkthread.server.dashboards;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.silkthread.server.activity.Item.Kind;

/**
 * What a team looks at.
 *
 * @param code names it for good, in lower case with hyphens
 * @param organisation whose team it is, by its code
 * @param title in words
 * @param feeds the codes of the feeds that it is worked out from; at least one
 * @param only whom all of it is about: attendances whose item of each kind is one of these; empty for all
 * @param tiles what it shows, in order
 * @param open whether it is in use
 */
public record Dashboard(
        String code,
        String organisation,
        String title,
        List<String> feeds,
        Map<Kind, Set<String>> only,
        List<Tile> tiles,
        boolean open) {

    /** An attendance of which nothing was said for so long before the stretch that is looked at is left out. */
    static final Duration SILENT = Duration.ofDays(2);

    private static final int MOST_TILES = 24;

    public Dashboard {
        title = title.strip();
        feeds = List.copyOf(feeds);
        only = Map.copyOf(only);
        tiles = List.copyOf(tiles);
        if (title.isEmpty() || feeds.isEmpty() || tiles.isEmpty() || tiles.size() > MOST_TILES) {
            throw new IllegalArgumentException(
                    "A dashboard has a title, a feed, and between 1 and " + MOST_TILES + " tiles");
        }
    }

    /** How far back messages matter to it. */
    Duration span() {
        return SILENT.plus(tiles.stream()
                .flatMap(tile -> Stream.concat(Stream.of(tile.measure().over()), tile.chart().map(Step::span).stream()))
                .max(Duration::compareTo)
                .orElseThrow());
    }

    /** The same with other tiles. */
    public Dashboard with(String newTitle, List<Tile> newTiles) {
        return new Dashboard(code, organisation, newTitle, feeds, only, newTiles, open);
    }
}
