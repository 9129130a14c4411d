package org.silkthread.server.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.activity.store.SayingTable;
import org.silkthread.server.activity.store.SayingTable.Heard;
import org.springframework.stereotype.Component;

/**
 * The attendances of some feeds, kept in memory and brought up to date by what is new: reading it costs by the message and
 * not by the day. It says what {@link Attendances} says of now, but for whose an attendance is after a merge, which those
 * who count need not know.
 *
 * <p>New is what has a higher id than the last one. That holds because one thread of one server writes messages; see the
 * room {@code feeds}.
 */
@Component
public class RunningAttendances {

    private static final int AT_ONCE = 20_000;

    private final SayingTable table;
    private final Clock clock;
    private final Map<String, FollowedFeed> feeds = new HashMap<>();
    private long known;

    RunningAttendances(SayingTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Follows a feed from now on.
     *
     * @param span attendances of which nothing was said for so long are forgotten
     */
    public synchronized void follow(String feed, Duration span) {
        FollowedFeed followed = feeds.get(feed);
        if (followed == null || followed.span().compareTo(span) < 0) {
            feeds.put(feed, DataScope.asSystem("counting the attendances of a department", () -> read(feed, span)));
        }
    }

    private FollowedFeed read(String feed, Duration span) {
        if (feeds.isEmpty()) {
            known = table.newest();
        }
        FollowedFeed fresh = new FollowedFeed(span);
        Instant now = clock.instant();
        // What is newer than the last that is known is read once more by advance(), which changes nothing.
        table.received(feed, now.minus(span), now).forEach(fresh::add);
        return fresh;
    }

    /** Forgets all feeds but these. */
    public synchronized void followOnly(Set<String> wanted) {
        feeds.keySet().retainAll(wanted);
    }

    /** Takes in what is new and says of which feeds there was any. */
    public synchronized Set<String> advance() {
        Set<String> changed = new HashSet<>();
        if (feeds.isEmpty()) {
            return changed;
        }
        DataScope.asSystem("counting the attendances of departments", () -> {
            List<Heard> news;
            do {
                news = table.after(known, feeds.keySet(), AT_ONCE);
                for (Heard heard : news) {
                    followed(heard.feed()).add(heard);
                    changed.add(heard.feed());
                    known = heard.id();
                }
            } while (news.size() == AT_ONCE);
            return changed;
        });
        return changed;
    }

    /** The attendances of a feed that is followed. */
    public synchronized List<Attendance> of(String feed) {
        return followed(feed).attendances(clock.instant());
    }

    /** When the newest message of a feed that is followed was received; empty if none is known. */
    public synchronized Optional<Instant> newest(String feed) {
        return followed(feed).newest();
    }

    private FollowedFeed followed(String feed) {
        return Optional.ofNullable(feeds.get(feed))
                .orElseThrow(() -> new IllegalStateException("The feed " + feed + " is not followed"));
    }
}
