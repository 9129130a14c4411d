package org.silkthread.methods.funnel;

/**
 * One unit in an over-dispersion funnel.
 *
 * @param unit its counts, all rows added up
 * @param value numerator over denominator
 * @param z standard errors from the centre on the transformed scale, chance alone
 * @param zAdjusted the same with the variance between units added
 * @param unadjusted limits for chance alone
 * @param adjusted limits with the variance between units added
 * @param position against the limits in force
 */
public record FunnelPoint(
        FunnelUnit unit,
        double value,
        double z,
        double zAdjusted,
        FunnelLimits unadjusted,
        FunnelLimits adjusted,
        FunnelPosition position) {}
