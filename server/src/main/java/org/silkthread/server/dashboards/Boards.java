package org.silkthread.server.dashboards;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.springframework.stereotype.Component;

/** Works dashboards out from what was kept, for any moment of the past. */
@Component
public class Boards {

    private final Dashboards dashboards;
    private final Feeds feeds;
    private final Attendances attendances;

    Boards(Dashboards dashboards, Feeds feeds, Attendances attendances) {
        this.dashboards = dashboards;
        this.feeds = feeds;
        this.attendances = attendances;
    }

    /**
     * A dashboard as it was at a moment: as it was defined then, from what had been received by then.
     *
     * @return empty if it was not in use
     */
    public Optional<Snapshot> at(String code, Instant moment) {
        return dashboards.find(code, moment).map(dashboard -> at(dashboard, moment));
    }

    /** The same of a dashboard that may not be kept yet. */
    public Snapshot at(Dashboard dashboard, Instant moment) {
        Map<Feed, List<Attendance>> known = attendances(dashboard, moment);
        List<Freshness> freshness = known.keySet().stream()
                .map(feed -> new Freshness(
                        feed.name(), attendances.newest(feed, moment.minus(dashboard.span()), moment), feed.silence()))
                .toList();
        return Snapshot.of(dashboard, moment, known, freshness);
    }

    /** The attendances that a dashboard is worked out from, as they stood at a moment. */
    public Map<Feed, List<Attendance>> attendances(Dashboard dashboard, Instant moment) {
        Map<Feed, List<Attendance>> known = new LinkedHashMap<>();
        for (Feed feed : of(dashboard)) {
            known.put(feed, attendances.of(feed, moment.minus(dashboard.span()), moment));
        }
        return known;
    }

    /** The feeds of a dashboard that are known. */
    List<Feed> of(Dashboard dashboard) {
        return feeds.all().stream()
                .filter(feed -> dashboard.feeds().contains(feed.code()))
                .toList();
    }
}
