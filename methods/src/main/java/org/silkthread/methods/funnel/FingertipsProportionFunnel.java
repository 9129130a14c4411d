package org.silkthread.methods.funnel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.silkthread.methods.interval.ConfidenceLevel;

/**
 * A funnel of proportions as the public health profiles of England (Fingertips) draw it: a unit is beyond a limit when
 * the Wilson interval of its own proportion does not reach the common one.
 *
 * <p>That boundary is simple. Wilson's interval holds every p for which |x/n - p| is at most z √(p(1 - p)/n), so the
 * proportions whose interval just touches the centre p are p ± z √(p(1 - p)/n), kept within 0 and 1. The reference, the
 * R package PHEindicatormethods, reaches the same numbers through the roots of a quadratic, which loses digits.
 *
 * <p>Source: Public Health England, "Technical guide: funnel plots"; Spiegelhalter D, "Funnel plots for comparing
 * institutional performance", Statistics in Medicine 24 (2005) 1185-1202.
 */
public final class FingertipsProportionFunnel {

    private static final double INNER = ConfidenceLevel.P95.z();
    private static final double OUTER = ConfidenceLevel.P99_8.z();

    private final double centre;
    private final List<Point> points;
    private final List<FunnelUnit> unplaced;

    private FingertipsProportionFunnel(UnitTotals totals) {
        centre = Math.min(1, totals.centre());
        List<Point> placed = new ArrayList<>();
        for (FunnelUnit unit : totals.placed()) {
            FunnelLimits limits = limits(centre, unit.denominator());
            double value = unit.numerator() / unit.denominator();
            placed.add(new Point(unit, value, limits, limits.positionOf(value)));
        }
        points = Collections.unmodifiableList(placed);
        unplaced = totals.unplaced();
    }

    /**
     * One unit in the funnel.
     *
     * @param unit its counts, all rows added up
     * @param value numerator over denominator
     * @param limits at the size of the unit
     * @param position against the limits; its label is {@link FunnelPosition#significance}
     */
    public record Point(FunnelUnit unit, double value, FunnelLimits limits, FunnelPosition position) {}

    /**
     * Compares units.
     *
     * @param rows counts; rows of one group are added up
     * @return nothing when no unit has a denominator above zero
     * @throws IllegalArgumentException when a numerator is above its denominator
     */
    public static Optional<FingertipsProportionFunnel> of(List<FunnelUnit> rows) {
        UnitTotals totals = UnitTotals.ofProportions(rows);
        return totals.placed().isEmpty() ? Optional.empty() : Optional.of(new FingertipsProportionFunnel(totals));
    }

    /**
     * The limits around a common proportion for a unit of a given size.
     *
     * @param centre the common proportion, 0 to 1
     * @param denominator the size, above 0 and finite
     * @return limits within 0 and 1
     * @throws IllegalArgumentException when an argument is out of range
     */
    public static FunnelLimits limits(double centre, double denominator) {
        if (!(centre >= 0 && centre <= 1)) {
            throw new IllegalArgumentException("A common proportion lies between 0 and 1, not " + centre);
        }
        if (!(denominator > 0 && denominator < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A unit's size is above zero and finite, not " + denominator);
        }
        double error = Math.sqrt(centre * (1 - centre) / denominator);
        return new FunnelLimits(
                Math.max(0, centre - INNER * error),
                Math.min(1, centre + INNER * error),
                Math.max(0, centre - OUTER * error),
                Math.min(1, centre + OUTER * error));
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
     * The units, in the order in which their groups first appear.
     *
     * @return at least one
     */
    public List<Point> points() {
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
}
