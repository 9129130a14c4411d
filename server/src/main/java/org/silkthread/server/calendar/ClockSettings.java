package org.silkthread.server.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Another clock than the real one, for a demonstration that plays an hour in three minutes.
 *
 * @param start what the clock showed; blank for the real clock
 * @param since when it did, by real clocks; needed with a start
 * @param speed how many of its seconds pass in a real one; above 0
 */
@ConfigurationProperties("silkthread.demonstration-clock")
record ClockSettings(
        @DefaultValue("") String start,
        @DefaultValue("") String since,
        @DefaultValue("1") double speed) {

    ClockSettings {
        if (start.isBlank() != since.isBlank()) {
            throw new IllegalArgumentException(
                    "A demonstration's clock has both silkthread.demonstration-clock.start and .since, or neither");
        }
    }

    DemonstrationClock clock(Clock real) {
        try {
            return new DemonstrationClock(Instant.parse(start), Instant.parse(since), speed, real);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A demonstration's clock begins at a moment such as 2026-11-22T10:00:00Z, not at " + start + " or "
                            + since,
                    e);
        }
    }
}
