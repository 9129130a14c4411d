package org.silkthread.methods.funnel;

import java.util.ArrayList;
import java.util.Collections;
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

    private static final double INNER = 1.959964;
    private static final double OUTER = 3.090232;

    private final double centre;
    private final double angle;
    private final Overdispersion overdispersion;
    private final boolean adjusted;
    private final List<FunnelPoint> points;
    private final List<FunnelUnit> unplaced;

    private ProportionFunnel(UnitTotals totals, boolean adjustForOverdispersion) {
        centre = totals.centre();
        angle = angleOf(centre);
        List<FunnelUnit> units = totals.placed();
        double[] scores = new double[units.size()];
        double[] errors = new double[units.size()];
        for (int i = 0; i < scores.length; i++) {
            errors[i] = standardError(units.get(i).denominator());
            scores[i] = (angleOf(share(units.get(i))) - angle) / errors[i];
        }
        overdispersion = Overdispersion.winsorised(scores, errors);
        adjusted = adjustForOverdispersion && overdispersion.isPresent();
        List<FunnelPoint> placed = new ArrayList<>(scores.length);
        for (int i = 0; i < scores.length; i++) {
            placed.add(place(units.get(i), scores[i], errors[i]));
        }
        points = Collections.unmodifiableList(placed);
        unplaced = totals.unplaced();
    }

    /**
     * Compares units, with limits widened for over-dispersion if there is any (phi above 1).
     *
     * @param rows counts; rows of one group are added up
     * @return nothing when no unit has a denominator above zero
     * @throws IllegalArgumentException when a numerator is above its denominator
     */
    public static Optional<ProportionFunnel> adjusted(List<FunnelUnit> rows) {
        return of(rows, true);
    }

    /**
     * Compares units with limits for chance alone. Phi and tau2 are still reported.
     *
     * @param rows counts; rows of one group are added up
     * @return nothing when no unit has a denominator above zero
     * @throws IllegalArgumentException when a numerator is above its denominator
     */
    public static Optional<ProportionFunnel> unadjusted(List<FunnelUnit> rows) {
        return of(rows, false);
    }

    private static Optional<ProportionFunnel> of(List<FunnelUnit> rows, boolean adjust) {
        UnitTotals totals = UnitTotals.ofProportions(rows);
        return totals.placed().isEmpty() ? Optional.empty() : Optional.of(new ProportionFunnel(totals, adjust));
    }

    /**
     * The common proportion, Σx/Σn.
     *
     * @return from 0 to 1
     */
    public double centre() {
        return centre;
    }

    /**
     * How much more the units differ than by chance.
     *
     * @return phi and tau2, whether or not the limits in force use them
     */
    public Overdispersion overdispersion() {
        return overdispersion;
    }

    /**
     * Whether the limits in force are widened: adjustment was asked for and phi is above 1.
     *
     * @return false when they stand for chance alone
     */
    public boolean isAdjusted() {
        return adjusted;
    }

    /**
     * The units, in the order in which their groups first appear.
     *
     * @return at least one
     */
    public List<FunnelPoint> points() {
        return points;
    }

    /**
     * Units with a denominator of zero: they have no value and take no part.
     *
     * @return often empty
     */
    public List<FunnelUnit> unplaced() {
        return unplaced;
    }

    /**
     * The limits in force for a unit of the given size, for drawing the funnel.
     *
     * @param denominator above 0 and finite
     * @return limits within 0 and 1
     * @throws IllegalArgumentException when the size is not above 0 and finite
     */
    public FunnelLimits limitsAt(double denominator) {
        if (!(denominator > 0 && denominator < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A unit's size is above zero and finite, not " + denominator);
        }
        return limits(standardError(denominator), adjusted ? overdispersion.tau2() : 0);
    }

    private FunnelPoint place(FunnelUnit unit, double z, double standardError) {
        FunnelLimits chance = limits(standardError, 0);
        FunnelLimits widened = limits(standardError, overdispersion.tau2());
        double value = share(unit);
        double zAdjusted = z * standardError / Math.sqrt(standardError * standardError + overdispersion.tau2());
        FunnelPosition position = (adjusted ? widened : chance).positionOf(value);
        return new FunnelPoint(unit, value, z, zAdjusted, chance, widened, position);
    }

    private FunnelLimits limits(double standardError, double tau2) {
        double error = Math.sqrt(standardError * standardError + tau2);
        return new FunnelLimits(
                shareOf(angle - INNER * error),
                shareOf(angle + INNER * error),
                shareOf(angle - OUTER * error),
                shareOf(angle + OUTER * error));
    }

    private static double standardError(double denominator) {
        return 1 / (2 * Math.sqrt(denominator));
    }

    private static double share(FunnelUnit unit) {
        return unit.numerator() / unit.denominator();
    }

    private static double angleOf(double share) {
        return Math.asin(Math.sqrt(share));
    }

    private static double shareOf(double angle) {
        double sine = Math.sin(Math.clamp(angle, 0, Math.PI / 2));
        return sine * sine;
    }
}
