package org.silkthread.methods.funnel;

/**
 * Control limits at one size of unit.
 *
 * @param lower95 lower limit of the inner funnel, in the units of the value
 * @param upper95 upper limit of the inner funnel
 * @param lower998 lower limit of the outer funnel
 * @param upper998 upper limit of the outer funnel
 */
public record FunnelLimits(double lower95, double upper95, double lower998, double upper998) {

    /**
     * Where a value lies. A value on a limit is inside it.
     *
     * @param value in the units of the limits
     * @return the outermost limit that it is beyond
     */
    public FunnelPosition positionOf(double value) {
        if (value < lower998) {
            return FunnelPosition.BELOW_99_8;
        }
        if (value > upper998) {
            return FunnelPosition.ABOVE_99_8;
        }
        if (value < lower95) {
            return FunnelPosition.BELOW_95;
        }
        return value > upper95 ? FunnelPosition.ABOVE_95 : FunnelPosition.WITHIN;
    }
}
