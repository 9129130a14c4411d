package org.silkthread.server.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a feed counts as stopped. */
class FreshnessTest {

    private static final Instant NEWEST = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Freshness FEED = new Freshness("Emergency department", Optional.of(NEWEST), SILENCE);

    @Test
    void it_is_fresh_for_as_long_as_its_silence_is_usual_and_stopped_a_moment_later() {
        assertThat(FEED.isStopped(NEWEST.plus(SILENCE))).isFalse();
        assertThat(FEED.isStopped(NEWEST.plus(SILENCE).plusMillis(1))).isTrue();
    }

    @Test
    void a_feed_from_which_nothing_came_is_stopped() {
        assertThat(new Freshness("Urology", Optional.empty(), SILENCE).isStopped(NEWEST))
                .isTrue();
    }

    @Test
    void a_message_of_the_future_is_no_age_below_zero() {
        assertThat(FEED.age(NEWEST.minusSeconds(1))).contains(Duration.ZERO);
    }
}
