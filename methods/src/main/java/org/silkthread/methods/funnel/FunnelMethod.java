package org.silkthread.methods.funnel;

/**
 * How a funnel is drawn: what it compares, how it answers for units that differ by more than chance, and what it does
 * with the units at both ends while it finds out.
 *
 * @param type what is compared
 * @param adjustment how limits are widened
 * @param tails what happens to the extreme tenth at each end in the estimate of over-dispersion
 */
public record FunnelMethod(FunnelType type, Adjustment adjustment, Tails tails) {

    /** How limits answer for over-dispersion, if there is any (phi above 1). */
    public enum Adjustment {
        /** Chance alone. */
        NONE,
        /** A variance between units, tau2, is added to that of chance (DerSimonian and Laird). */
        ADDITIVE,
        /** The standard error is multiplied by √phi (Spiegelhalter 2005). */
        MULTIPLICATIVE
    }

    /** What happens to the extreme z scores, so that the outliers that are looked for do not hide themselves. */
    public enum Tails {
        /** Nothing. */
        KEPT,
        /** They are drawn in to the 10th and 90th percentile. */
        WINSORISED,
        /** The units that have them are left out. */
        TRUNCATED
    }

    /**
     * Standardised mortality ratios: log scale, additive, truncated.
     *
     * @return the method of the Summary Hospital-level Mortality Indicator
     */
    public static FunnelMethod shmi() {
        return new FunnelMethod(FunnelType.STANDARDISED_LOG, Adjustment.ADDITIVE, Tails.TRUNCATED);
    }

    /**
     * Standardised ratios: square-root scale, additive, winsorised.
     *
     * @return the method of the Care Quality Commission
     */
    public static FunnelMethod cqc() {
        return new FunnelMethod(FunnelType.STANDARDISED_ROOT, Adjustment.ADDITIVE, Tails.WINSORISED);
    }

    /**
     * Proportions: arcsine scale, additive, winsorised.
     *
     * @return the method of {@link ProportionFunnel}
     */
    public static FunnelMethod proportions() {
        return new FunnelMethod(FunnelType.PROPORTION, Adjustment.ADDITIVE, Tails.WINSORISED);
    }

    /**
     * Ratios of two counts: log scale, additive, winsorised.
     *
     * @return the method
     */
    public static FunnelMethod ratiosOfCounts() {
        return new FunnelMethod(FunnelType.RATIO_OF_COUNTS, Adjustment.ADDITIVE, Tails.WINSORISED);
    }

    /**
     * The same with limits widened otherwise.
     *
     * @param changed how
     * @return changed method
     */
    public FunnelMethod with(Adjustment changed) {
        return new FunnelMethod(type, changed, tails);
    }

    /**
     * The same with the ends treated otherwise.
     *
     * @param changed how
     * @return changed method
     */
    public FunnelMethod with(Tails changed) {
        return new FunnelMethod(type, adjustment, changed);
    }
}
