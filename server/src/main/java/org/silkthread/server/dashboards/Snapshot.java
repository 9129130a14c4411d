package org.silkthread.server.dashboards;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.satisfaction.Tally;

/**
 * A dashboard at a moment.
 *
 * @param at the moment
 * @param readings what each tile shows, in order
 * @param feeds how fresh each feed was
 * @param said what the department's patients said in the seven days before
 */
public record Snapshot(Dashboard dashboard, Instant at, List<Reading> readings, List<Freshness> feeds, Tally said) {

    public Snapshot {
        readings = List.copyOf(readings);
        feeds = List.copyOf(feeds);
    }

    /**
     * What a tile shows.
     *
     * @param series the same at the ends of steps before, earliest first; empty where the tile has no chart
     */
    public record Reading(Tile tile, Readout now, List<Point> series) {
        public Reading {
            series = List.copyOf(series);
        }
    }

    /** What a tile showed at the end of a step. */
    public record Point(ZonedDateTime end, Readout readout) {}

    /**
     * Works a dashboard out. It depends on what it is given alone.
     *
     * @param attendances of each feed, as they stood at the moment
     */
    static Snapshot of(
            Dashboard dashboard,
            Instant at,
            Map<Feed, List<Attendance>> attendances,
            List<Freshness> freshness,
            Tally said) {
        Map<Optional<String>, List<Attendance>> ofService = new HashMap<>();
        List<Reading> readings = dashboard.tiles().stream()
                .map(tile -> reading(
                        tile,
                        ofService.computeIfAbsent(tile.service(), service -> together(dashboard, attendances, service)),
                        at))
                .toList();
        return new Snapshot(dashboard, at, readings, freshness, said);
    }

    static List<Attendance> together(
            Dashboard dashboard, Map<Feed, List<Attendance>> attendances, Optional<String> service) {
        return attendances.entrySet().stream()
                .filter(of -> service.map(of.getKey().profile()::startsWith).orElse(true))
                .flatMap(of -> of.getValue().stream())
                .filter(attendance -> Measure.isOneOf(attendance, dashboard.only()))
                .toList();
    }

    private static Reading reading(Tile tile, List<Attendance> attendances, Instant at) {
        Readout now = new Board(attendances, at).read(tile.measure());
        List<Point> series = tile.chart()
                .map(step -> step.ends(at.atZone(UkTime.ZONE)).stream()
                        .map(end -> new Point(
                                end,
                                new Board(attendances, end.toInstant())
                                        .read(tile.measure().over(step.before(end)))))
                        .toList())
                .orElse(List.of());
        return new Reading(tile, now, series);
    }
}
