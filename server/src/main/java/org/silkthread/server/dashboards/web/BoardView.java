package org.silkthread.server.dashboards.web;

import java.time.Instant;
import java.util.List;
import org.silkthread.server.web.component.Table;

/**
 * A dashboard at a moment, as a page draws it.
 *
 * @param at the moment
 * @param time the same, in words
 * @param tiles what it shows
 * @param table the same as a table
 * @param feeds how fresh its feeds are
 * @param spoken the figures in one sentence, for those who listen
 */
public record BoardView(
        String title, Instant at, String time, List<TileView> tiles, Table table, List<FeedView> feeds, String spoken) {

    /**
     * How fresh a feed is. The browser goes on counting from here.
     *
     * @param words what is so at this moment and stays so: a time, and no length of time
     * @param age in seconds; -1 if no message is known
     * @param silence after how many seconds it counts as stopped
     */
    public record FeedView(String name, String words, long age, long silence, boolean stopped) {}

    /** The tiles that count attendances. */
    public List<TileView> measures() {
        return tiles.stream().filter(tile -> tile.number() > 0).toList();
    }

    /** Whether any of it may be out of date. */
    public boolean stale() {
        return feeds.isEmpty() || feeds.stream().anyMatch(FeedView::stopped);
    }
}
