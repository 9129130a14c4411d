package org.silkthread.server.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.activity.AttendanceClock;
import org.silkthread.server.activity.Attendances;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.waiting.store.ReferralEventTable;
import org.silkthread.server.waits.ReferralPathway;
import org.springframework.stereotype.Service;

/** A person's own waits. Whoever calls was let into the person's record before. */
@Service
public class OwnWaits {

    private static final int MOST_VISITS = 20;

    private final Attendances attendances;
    private final Feeds feeds;
    private final ReferralEventTable referrals;
    private final Clock clock;

    OwnWaits(Attendances attendances, Feeds feeds, ReferralEventTable referrals, Clock clock) {
        this.attendances = attendances;
        this.feeds = feeds;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** The visits to emergency departments, newest first, at most 20. */
    public List<EmergencyWait> emergency(Identity person) {
        Instant now = clock.instant();
        Map<String, Feed> departments = DataScope.asSystem("the names of departments", feeds::all).stream()
                .filter(feed -> feed.profile().startsWith("emergency"))
                .collect(Collectors.toMap(Feed::code, feed -> feed));
        return attendances.of(person.number().digits(), person.born(), now).stream()
                .flatMap(found -> Optional.ofNullable(departments.get(found.feed())).stream()
                        .map(feed -> new EmergencyWait(
                                feed.organisation(), feed.name(), AttendanceClock.read(found.attendance(), now))))
                .filter(wait -> wait.reading().arrival().isPresent())
                .sorted(Comparator.comparing(
                                (EmergencyWait wait) -> wait.reading().arrival().orElseThrow())
                        .reversed())
                .limit(MOST_VISITS)
                .toList();
    }

    /** The ways from a referral to treatment, those that run first. */
    public List<ReferralWait> referrals(Identity person) {
        Collection<List<ReferralEventTable.Row>> pathways =
                DataScope.asSystem("a person's referrals", () -> referrals.of(person)).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.organisation() + "\n" + row.pathway(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values();
        List<ReferralWait> waits = new ArrayList<>();
        for (List<ReferralEventTable.Row> pathway : pathways) {
            waits.add(new ReferralWait(
                    pathway.getLast().organisation(),
                    pathway.getLast().service(),
                    ReferralPathway.read(
                            pathway.stream()
                                    .map(ReferralEventTable.Row::message)
                                    .toList(),
                            UkTime.today(clock))));
        }
        waits.sort(Comparator.comparing(wait -> wait.reading().running().isEmpty()));
        return waits;
    }
}
