package org.silkthread.server.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.satisfaction.Satisfaction;
import org.silkthread.server.satisfaction.Tally;
import org.springframework.stereotype.Component;

/** Works dashboards out from what was kept, for any moment of the past. */
@Component
public class Boards {

    private static final Duration SAID = Duration.ofDays(7);

    private final Dashboards dashboards;
    private final Feeds feeds;
    private final Attendances attendances;
    private final Satisfaction satisfaction;

    Boards(Dashboards dashboards, Feeds feeds, Attendances attendances, Satisfaction satisfaction) {
        this.dashboards = dashboards;
        this.feeds = feeds;
        this.attendances = attendances;
        this.satisfaction = satisfaction;
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
        return Snapshot.of(dashboard, moment, known, freshness, said(dashboard, moment));
    }

    /** The attendances that a dashboard is worked out from, as they stood at a moment. */
    public Map<Feed, List<Attendance>> attendances(Dashboard dashboard, Instant moment) {
        Map<Feed, List<Attendance>> known = new LinkedHashMap<>();
        for (Feed feed : of(dashboard)) {
            known.put(feed, attendances.of(feed, moment.minus(dashboard.span()), moment));
        }
        return known;
    }

    /** What patients said of the department: of the collection points that have the name of the dashboard's first feed. */
    Tally said(Dashboard dashboard, Instant moment) {
        String department = of(dashboard).stream().map(Feed::name).findFirst().orElse(dashboard.title());
        return satisfaction.of(dashboard.organisation(), department, moment.minus(SAID), moment, moment);
    }

    /** The feeds of a dashboard that are known. */
    List<Feed> of(Dashboard dashboard) {
        return feeds.all().stream()
                .filter(feed -> dashboard.feeds().contains(feed.code()))
                .toList();
    }
}
