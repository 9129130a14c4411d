package org.silkthread.server.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock for demonstrations: it stood at one moment when a real clock stood at another, and runs faster or slower since.
 * It depends on the real time alone, so that programs on one machine agree, also after one of them was started again.
 */
public final class DemonstrationClock extends Clock {

    private static final double NANOS_IN_SECOND = 1e9;

    private final Instant start;
    private final Instant since;
    private final double speed;
    private final ZoneId zone;
    private final Clock real;

    /**
     * @param start what this clock showed
     * @param since when it did, by real clocks
     * @param speed how many of its seconds pass in a real one; above 0
     * @param real the real clock
     * @throws IllegalArgumentException if it would not run
     */
    public DemonstrationClock(Instant start, Instant since, double speed, Clock real) {
        this(start, since, speed, ZoneOffset.UTC, real);
    }

    private DemonstrationClock(Instant start, Instant since, double speed, ZoneId zone, Clock real) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("A clock runs forward: a speed above 0");
        }
        this.start = start;
        this.since = since;
        this.speed = speed;
        this.zone = zone;
        this.real = real;
    }

    @Override
    public Instant instant() {
        return start.plus(scaled(Duration.between(since, real.instant()), speed));
    }

    /** When real clocks show the moment at which this one shows another. */
    public Instant realMomentOf(Instant shown) {
        return since.plus(scaled(Duration.between(start, shown), 1 / speed));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemonstrationClock(start, since, speed, other, real);
    }

    private static Duration scaled(Duration length, double factor) {
        double seconds = (length.getSeconds() + length.getNano() / NANOS_IN_SECOND) * factor;
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * NANOS_IN_SECOND));
    }
}
