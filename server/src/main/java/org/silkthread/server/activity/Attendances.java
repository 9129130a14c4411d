package org.silkthread.server.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.activity.store.PatientMergeTable;
import org.silkthread.server.activity.store.SayingTable;
import org.silkthread.server.feeds.Feed;
import org.springframework.stereotype.Component;

/** The attendances of departments, now and as they stood at any moment of the past. */
@Component
public class Attendances {

    private final SayingTable sayings;
    private final PatientMergeTable merges;

    Attendances(SayingTable sayings, PatientMergeTable merges) {
        this.sayings = sayings;
        this.merges = merges;
    }

    /**
     * The attendances that something was said of in a stretch of time, as they stood at its end. It reads as the system;
     * what it gives back is for counting, and for eyes only after the policy has been asked.
     *
     * @param from the first moment of receipt that is looked at
     * @param asAt what was received later is not known yet
     */
    public List<Attendance> of(Feed feed, Instant from, Instant asAt) {
        return DataScope.asSystem("counting the attendances of a department", () -> read(feed, from, asAt));
    }

    private List<Attendance> read(Feed feed, Instant from, Instant asAt) {
        List<Saying> said = sayings.received(feed.code(), from, asAt).stream()
                .map(SayingTable.Heard::saying)
                .toList();
        List<Merge> merged = merges.of(feed.code(), patients(said), asAt);
        return said.stream().collect(Collectors.groupingBy(Saying::attendance)).values().stream()
                .map(about -> Attendance.of(about, merged))
                .toList();
    }

    private static Set<String> patients(Collection<Saying> sayings) {
        Item patient = Item.of(Item.Kind.PATIENT);
        return sayings.stream()
                .flatMap(saying -> saying.items().entrySet().stream())
                .filter(entry -> entry.getKey().equals(patient))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * When the newest message of a feed in a stretch of time was received, as far as it was about an attendance. Says
     * nothing about anybody.
     */
    public Optional<Instant> newest(Feed feed, Instant from, Instant asAt) {
        return DataScope.asSystem(
                "saying how fresh a department's feed is", () -> sayings.newest(feed.code(), from, asAt));
    }
}
