package org.silkthread.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DemonstrationClockTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void at_twenty_times_the_speed_an_hour_passes_in_three_minutes() {
        DemonstrationClock clock = at(SINCE.plus(Duration.ofMinutes(3)), 20);
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(at(SINCE.minusSeconds(3), 20).instant()).isEqualTo(START.minusSeconds(60));
    }

    @Test
    void it_knows_when_it_will_show_a_moment() {
        DemonstrationClock clock = at(SINCE, 20);
        assertThat(clock.realMomentOf(START.plus(Duration.ofHours(1)))).isEqualTo(SINCE.plus(Duration.ofMinutes(3)));
    }

    @Test
    void a_clock_that_stands_or_runs_back_is_none() {
        for (double speed : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> at(SINCE, speed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void settings_name_both_moments_or_neither() {
        assertThatThrownBy(() -> new ClockSettings(START.toString(), "", 20))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockSettings("noon", SINCE.toString(), 20).clock(Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ClockSettings(START.toString(), SINCE.toString(), 20)
                        .clock(Clock.systemUTC())
                        .getZone())
                .isEqualTo(ZoneOffset.UTC);
    }

    private static DemonstrationClock at(Instant real, double speed) {
        return new DemonstrationClock(START, SINCE, speed, Clock.fixed(real, ZoneOffset.UTC));
    }
}
