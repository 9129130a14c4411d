package org.silkthread.server.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fresh a feed is.
 *
 * @param feed what people call it
 * @param newest when its newest message was received; empty if none was in the stretch that is looked at
 * @param silence after how long without a message it counts as stopped
 */
public record Freshness(String feed, Optional<Instant> newest, Duration silence) {

    /** How long ago the newest message came. */
    public Optional<Duration> age(Instant moment) {
        return newest.map(at -> Duration.between(at, moment)).map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    /** Whether it counts as stopped: what is shown may not be so any more. */
    public boolean isStopped(Instant moment) {
        return age(moment).filter(age -> age.compareTo(silence) <= 0).isEmpty();
    }
}
