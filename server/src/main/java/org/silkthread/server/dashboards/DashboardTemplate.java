package org.silkthread.server.dashboards;

import java.time.LocalDate;
import java.util.List;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * A dashboard to begin with, for a kind of team.
 *
 * @param id such as {@code emergency-department}
 * @param summary for whom it is, in a sentence
 * @param tiles what it shows
 */
public record DashboardTemplate(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        String summary,
        List<Tile> tiles)
        implements Content {

    public DashboardTemplate {
        tiles = List.copyOf(tiles);
    }
}
