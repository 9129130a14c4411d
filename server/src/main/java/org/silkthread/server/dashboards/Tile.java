package org.silkthread.server.dashboards;

import java.util.Optional;

/**
 * One part of a dashboard.
 *
 * @param title in words for those who look at it; not blank
 * @param measure what it shows
 * @param chart how it is shown over time besides, if it is
 * @param service only feeds count whose profile begins so, such as {@code emergency}; empty for all of the dashboard's
 */
public record Tile(String title, Measure measure, Optional<Step> chart, Optional<String> service) {

    private static final int LONGEST = 80;

    public Tile {
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST) {
            throw new IllegalArgumentException("A tile has a title of at most " + LONGEST + " characters");
        }
    }
}
