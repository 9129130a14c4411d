package org.silkthread.methods.funnel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A funnel of any {@link FunnelMethod}, in the convention of the R package FunnelPlotR: units against limits that narrow
 * with their size, widened when units differ by more than chance.
 *
 * <p>phi is the mean square of the z scores once the ends are treated; tau2 = max(0, (n phi - (n - 1)) / (Σw - Σw²/Σw))
 * with w = 1/s² over the units that are kept. Limits lie k standard errors from the centre on the transformed scale, k
 * = 1.959964 and 3.090232; the error is √(s² + tau2), s√phi or s. With phi of 1 or less nothing is widened. Without
 * adjustment standardised ratios have exact Poisson limits.
 *
 * <p>Where the reference gives no number: a unit with none observed has the z score of the square-root scale; a
 * denominator of 0 is not placed and changes nothing; one unit lies in its own centre.
 *
 * <p>Sources: Spiegelhalter D, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005)
 * 1185-1202; Spiegelhalter D and others, Journal of the Royal Statistical Society A 175 (2012) 1-47; DerSimonian R, Laird
 * N, Controlled Clinical Trials 7 (1986) 177-188; NHS Digital, "SHMI methodology".
 */
public final class Funnel {

    private final FunnelMethod method;
    private final FunnelScale scale;
    private final Overdispersion overdispersion;
    private final boolean adjusted;
    private final List<FunnelPoint> points;
    private final List<FunnelUnit> unplaced;

    private Funnel(FunnelMethod method, FunnelScale scale, UnitTotals totals, ToDoubleFunction<FunnelUnit> value) {
        this.method = method;
        this.scale = scale;
        this.overdispersion = Overdispersion.of(scale, totals.placed(), method.tails());
        this.adjusted = method.adjustment() != FunnelMethod.Adjustment.NONE && overdispersion.isPresent();
        this.unplaced = totals.unplaced();
        List<FunnelPoint> placed = new ArrayList<>(totals.placed().size());
        for (FunnelUnit unit : totals.placed()) {
            placed.add(place(unit, value.applyAsDouble(unit)));
        }
        this.points = Collections.unmodifiableList(placed);
    }

    /**
     * Compares units.
     *
     * @param rows counts; rows of one group are added up
     * @param method what is compared and how limits are widened
     * @return nothing when no unit has a denominator above zero, or when ratios of counts have no event at all
     * @throws IllegalArgumentException when a numerator of a proportion is above its denominator
     */
    public static Optional<Funnel> of(List<FunnelUnit> rows, FunnelMethod method) {
        UnitTotals exact =
                method.type() == FunnelType.PROPORTION ? UnitTotals.ofProportions(rows) : UnitTotals.of(rows);
        UnitTotals totals =
                method.type() == FunnelType.STANDARDISED_LOG ? exact.withDenominatorsToTwoDecimals() : exact;
        boolean nothing = method.type() == FunnelType.RATIO_OF_COUNTS && totals.numerator() == 0;
        if (totals.placed().isEmpty() || nothing) {
            return Optional.empty();
        }
        FunnelScale scale = scale(method.type(), totals);
        if (method.type() != FunnelType.STANDARDISED_LOG) {
            return Optional.of(new Funnel(method, scale, totals, FunnelUnit::value));
        }
        // The ratio that is shown and judged is of the expectation before it was rounded.
        Map<String, Double> values =
                exact.placed().stream().collect(Collectors.toMap(FunnelUnit::group, FunnelUnit::value));
        return Optional.of(new Funnel(method, scale, totals, unit -> values.getOrDefault(unit.group(), unit.value())));
    }

    private static FunnelScale scale(FunnelType type, UnitTotals totals) {
        return switch (type) {
            case PROPORTION -> new FunnelScale.OfProportions(Math.min(1, totals.centre()));
            case RATIO_OF_COUNTS -> new FunnelScale.OfRatios(totals.centre());
            case STANDARDISED_LOG -> new FunnelScale.OfLogs();
            case STANDARDISED_ROOT -> new FunnelScale.OfRoots();
        };
    }

    /**
     * The method that it was drawn with.
     *
     * @return type, adjustment and treatment of the ends
     */
    public FunnelMethod method() {
        return method;
    }

    /**
     * The middle of the funnel.
     *
     * @return Σx/Σn, or 1 for standardised ratios
     */
    public double centre() {
        return scale.centre();
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
     * @return limits in the units of the value
     * @throws IllegalArgumentException when the size is not above 0 and finite
     */
    public FunnelLimits limitsAt(double denominator) {
        if (!(denominator > 0 && denominator < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A unit's size is above zero and finite, not " + denominator);
        }
        return adjusted ? scale.limits(widened(scale.errorAt(denominator))) : scale.chance(denominator);
    }

    private FunnelPoint place(FunnelUnit unit, double value) {
        double error = scale.standardError(unit);
        double z = scale.z(unit);
        FunnelLimits chance = scale.chance(unit.denominator());
        FunnelLimits wide = scale.limits(widened(scale.errorAt(unit.denominator())));
        FunnelPosition position = (adjusted ? wide : chance).positionOf(value);
        return new FunnelPoint(unit, value, z, z * error / widened(error), chance, wide, position);
    }

    /** The standard error with what the adjustment adds to it. */
    private double widened(double error) {
        return switch (method.adjustment()) {
            case NONE -> error;
            case ADDITIVE -> Math.sqrt(error * error + overdispersion.tau2());
            case MULTIPLICATIVE -> error * Math.sqrt(Math.max(1, overdispersion.phi()));
        };
    }
}
