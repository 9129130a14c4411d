package org.silkthread.server.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.silkthread.server.feeds.Feed;

/** A dashboard that somebody looks at, and its newest snapshot. */
final class Watched {

    private final Dashboard dashboard;
    private final List<Feed> feeds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Snapshot newest;
    private volatile Instant askedFor;

    Watched(Dashboard dashboard, List<Feed> feeds, Snapshot first, Instant now) {
        this.dashboard = dashboard;
        this.feeds = List.copyOf(feeds);
        this.newest = first;
        this.askedFor = now;
    }

    Dashboard dashboard() {
        return dashboard;
    }

    List<Feed> feeds() {
        return feeds;
    }

    Snapshot newest() {
        return newest;
    }

    boolean isOf(Dashboard other) {
        return dashboard.equals(other);
    }

    boolean isFrom(Set<String> feedCodes) {
        return feeds.stream().anyMatch(feed -> feedCodes.contains(feed.code()));
    }

    void askedFor(Instant now) {
        askedFor = now;
    }

    boolean isUnwatchedSince(Instant moment) {
        return askedFor.isBefore(moment);
    }

    void publish(Snapshot snapshot) {
        newest = snapshot;
        wake();
    }

    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is another snapshot than the last, or for some time. */
    Snapshot next(Snapshot last, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (newest.at().equals(last.at()) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        return newest;
    }
}
