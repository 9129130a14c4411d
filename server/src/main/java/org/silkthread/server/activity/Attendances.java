package org.silkthread.server.activity;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.activity.store.SayingTable;
import org.silkthread.server.feeds.Feed;
import org.springframework.stereotype.Component;

/** The attendances of departments, now and as they stood at any moment of the past. */
@Component
public class Attendances {

    private final SayingTable table;

    Attendances(SayingTable table) {
        this.table = table;
    }

    /**
     * The attendances that something was said of in a stretch of time, as they stood at its end. It reads as the system;
     * what it gives back is for counting, and for eyes only after the policy has been asked.
     *
     * @param from the first moment of receipt that is looked at
     * @param asAt what was received later is not known yet
     */
    public List<Attendance> of(Feed feed, Instant from, Instant asAt) {
        List<Saying> sayings = DataScope.asSystem(
                "counting the attendances of a department", () -> table.received(feed.code(), from, asAt));
        return sayings.stream().collect(Collectors.groupingBy(Saying::attendance)).values().stream()
                .map(Attendance::of)
                .toList();
    }
}
