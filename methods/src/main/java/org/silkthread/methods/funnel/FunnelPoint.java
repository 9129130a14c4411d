package org.silkthread.methods.funnel;

/**
 * One unit in an over-dispersion funnel.
 *
 * @param unit its counts, all rows added up; for the log scale with the denominator rounded to two decimals
 * @param value numerator over denominator, before any rounding
 * @param z standard errors from the centre on the transformed scale, chance alone
 * @param zAdjusted the same against the widened standard error
 * @param unadjusted limits for chance alone
 * @param adjusted limits with the widened standard error; without adjustment, limits of the transformed scale
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
