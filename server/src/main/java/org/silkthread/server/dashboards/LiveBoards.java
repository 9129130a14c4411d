package org.silkthread.server.dashboards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.silkthread.server.activity.Attendance;
import org.silkthread.server.activity.RunningAttendances;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.satisfaction.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The dashboards that somebody looks at, kept up to date. Twice a second what is new is read, and what it changes is worked out
 * again; so is everything at each full minute, because waits grow while nothing happens. Who looks at a dashboard waits for
 * its next snapshot, and gets the newest one however slow they are: nothing piles up.
 */
@Component
public class LiveBoards implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration UNWATCHED = Duration.ofMinutes(3);

    private final Dashboards dashboards;
    private final Boards boards;
    private final RunningAttendances running;
    private final Clock clock;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();
    private Instant minute = Instant.MIN;
    private volatile Thread worker = new Thread();

    LiveBoards(Dashboards dashboards, Boards boards, RunningAttendances running, Clock clock) {
        this.dashboards = dashboards;
        this.boards = boards;
        this.running = running;
        this.clock = clock;
    }

    /** The dashboard as it is now. */
    public Snapshot now(Dashboard dashboard) {
        return watch(dashboard).newest();
    }

    /**
     * The next snapshot of a dashboard, or the newest when there is none within some time.
     *
     * @param last the snapshot that the caller has
     */
    public Snapshot next(Dashboard dashboard, Snapshot last, Duration atMost) throws InterruptedException {
        return watch(dashboard).next(last, atMost);
    }

    private Watched watch(Dashboard dashboard) {
        Watched known = watched.get(dashboard.code());
        if (known != null && known.isOf(dashboard)) {
            known.askedFor(clock.instant());
            return known;
        }
        return begin(dashboard);
    }

    private synchronized Watched begin(Dashboard dashboard) {
        Watched known = watched.get(dashboard.code());
        if (known != null && known.isOf(dashboard)) {
            return known;
        }
        List<Feed> feeds = boards.of(dashboard);
        feeds.forEach(feed -> running.follow(feed.code(), dashboard.span()));
        Watched fresh = new Watched(
                dashboard, feeds, workOut(dashboard, feeds, boards.said(dashboard, clock.instant())), clock.instant());
        watched.put(dashboard.code(), fresh);
        if (known != null) {
            known.publish(fresh.newest());
        }
        return fresh;
    }

    private Snapshot workOut(Dashboard dashboard, List<Feed> feeds, Tally said) {
        Map<Feed, List<Attendance>> attendances = new LinkedHashMap<>();
        feeds.forEach(feed -> attendances.put(feed, running.of(feed.code())));
        List<Freshness> freshness = feeds.stream()
                .map(feed -> new Freshness(feed.name(), running.newest(feed.code()), feed.silence()))
                .toList();
        return Snapshot.of(dashboard, clock.instant(), attendances, freshness, said);
    }

    private synchronized void bringUpToDate() {
        Instant now = clock.instant();
        Instant thisMinute = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
        boolean isNewMinute = !thisMinute.equals(minute);
        minute = thisMinute;
        if (isNewMinute) {
            tidy(now);
        }
        Set<String> changed = running.advance();
        watched.values().stream()
                .filter(one -> isNewMinute || one.isFrom(changed))
                .forEach(one -> one.publish(workOut(
                        one.dashboard(),
                        one.feeds(),
                        isNewMinute
                                ? boards.said(one.dashboard(), now)
                                : one.newest().said())));
    }

    /** Lets go of what nobody looks at, and takes changed definitions up. */
    private void tidy(Instant now) {
        Map<String, Dashboard> current = new HashMap<>();
        dashboards.all().forEach(dashboard -> current.put(dashboard.code(), dashboard));
        watched.values().removeIf(one -> one.isUnwatchedSince(now.minus(UNWATCHED)));
        running.followOnly(watched.values().stream()
                .flatMap(one -> one.feeds().stream().map(Feed::code))
                .collect(Collectors.toSet()));
        for (Watched one : List.copyOf(watched.values())) {
            Dashboard defined = current.get(one.dashboard().code());
            if (defined != null && !one.isOf(defined)) {
                begin(defined);
            }
        }
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    bringUpToDate();
                } catch (RuntimeException e) {
                    // The database may be away for a while. What is shown grows old, and says so.
                    LOG.warn("Dashboards could not be brought up to date: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform().name("dashboards-live").daemon().start(this::work);
    }

    @Override
    public void stop() {
        worker.interrupt();
        watched.values().forEach(Watched::wake);
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker.isAlive();
    }
}
