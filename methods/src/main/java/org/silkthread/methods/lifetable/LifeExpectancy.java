package org.silkthread.methods.lifetable;

import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;

/**
 * The years that people of an age can expect to live at the mortality of the period.
 *
 * @param age from which they are counted
 * @param years expected, above 0
 * @param standardError of the years, with Silcocks's term for the last age band
 */
public record LifeExpectancy(int age, double years, double standardError) {

    /** Wider than this, 95 % limits are not worth an estimate. */
    private static final double WIDEST = 20;

    /**
     * The normal interval of the years.
     *
     * @param level below 100 %
     * @throws IllegalArgumentException at 100 %
     */
    public Interval interval(ConfidenceLevel level) {
        double half = level.z() * standardError;
        return new Interval(years - half, years + half, level);
    }

    /** Whether the estimate is good enough to be published: its 95 % interval is at most 20 years wide. */
    public boolean isPublishable() {
        Interval interval = interval(ConfidenceLevel.P95);
        return interval.upper() - interval.lower() <= WIDEST;
    }
}
