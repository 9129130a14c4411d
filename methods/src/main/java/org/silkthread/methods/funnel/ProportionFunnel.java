package org.silkthread.methods.funnel;

import java.util.List;
import java.util.Optional;

/**
 * A funnel of proportions on the arcsine scale, with limits widened for over-dispersion when asked: the convention of
 * the R package FunnelPlotR, data type "PR".
 *
 * <p>With x of n in a unit: Y = asin √(x/n), centre asin √(Σx/Σn), s = 1/(2√n), z = (Y - centre)/s; limits sin²(centre ±
 * k √(s² + tau2)) with k = 1.959964 and 3.090232 as the reference rounds them. The angle is kept within 0 and π/2, so
 * that a limit that would pass 0 or 1 stays there.
 *
 * <p>No unit, or only units of 0 out of 0, make no funnel; with others, those units are listed apart as not placed. 0 of n
 * and n of n need no special case. One unit lies on its own centre.
 */
public final class ProportionFunnel {

    private final Funnel funnel;

    private ProportionFunnel(Funnel funnel) {
        this.funnel = funnel;
    }

    /**
     * Compares units, with limits widened for over-dispersion if there is any (phi above 1).
     *
     * @param rows counts; rows of one group are added up
     * @return nothing when no unit has a denominator above zero
     * @throws IllegalArgumentException when a numerator is above its denominator
     */
    public static Optional<ProportionFunnel> adjusted(List<FunnelUnit> rows) {
        return of(rows, FunnelMethod.proportions());
    }

    /**
     * Compares units with limits for chance alone. Phi and tau2 are still reported.
     *
     * @param rows counts; rows of one group are added up
     * @return nothing when no unit has a denominator above zero
     * @throws IllegalArgumentException when a numerator is above its denominator
     */
    public static Optional<ProportionFunnel> unadjusted(List<FunnelUnit> rows) {
        return of(rows, FunnelMethod.proportions().with(FunnelMethod.Adjustment.NONE));
    }

    private static Optional<ProportionFunnel> of(List<FunnelUnit> rows, FunnelMethod method) {
        return Funnel.of(rows, method).map(ProportionFunnel::new);
    }

    /**
     * The common proportion, Σx/Σn.
     *
     * @return from 0 to 1
     */
    public double centre() {
        return funnel.centre();
    }

    /**
     * How much more the units differ than by chance.
     *
     * @return phi and tau2, whether or not the limits in force use them
     */
    public Overdispersion overdispersion() {
        return funnel.overdispersion();
    }

    /**
     * Whether the limits in force are widened: adjustment was asked for and phi is above 1.
     *
     * @return false when they stand for chance alone
     */
    public boolean isAdjusted() {
        return funnel.isAdjusted();
    }

    /**
     * The units, in the order in which their groups first appear.
     *
     * @return at least one
     */
    public List<FunnelPoint> points() {
        return funnel.points();
    }

    /**
     * Units with a denominator of zero: they have no value and take no part.
     *
     * @return often empty
     */
    public List<FunnelUnit> unplaced() {
        return funnel.unplaced();
    }

    /**
     * The limits in force for a unit of the given size, for drawing the funnel.
     *
     * @param denominator above 0 and finite
     * @return limits within 0 and 1
     * @throws IllegalArgumentException when the size is not above 0 and finite
     */
    public FunnelLimits limitsAt(double denominator) {
        return funnel.limitsAt(denominator);
    }
}
