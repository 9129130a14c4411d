package org.silkthread.methods.funnel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.numerics.ChiSquare;

/**
 * A funnel of crude rates: events against the number that the common rate leads one to expect, E = exposure × Σx/Σn.
 *
 * <p>For chance alone the limits are those of a Poisson count with mean E: χ²(α/2; 2E)/2 and χ²(1 - α/2; 2(E + 1))/2
 * events, as the R package FunnelPlotR draws them for ratios. When the units differ more than chance explains (phi above
 * 1 on the square-root scale, Y = √(x/E), s = 1/(2√E), z scores drawn in to their 10th and 90th percentile), the limits
 * widen to (1 ± k √(s² + tau2))². The lower one stays at 0 once the root would be negative.
 *
 * <p>Sources: Spiegelhalter D and others, "Statistical methods for healthcare regulation: rating, screening and
 * surveillance", Journal of the Royal Statistical Society A 175 (2012) 1-47; Spiegelhalter D, "Funnel plots for comparing
 * institutional performance", Statistics in Medicine 24 (2005) 1185-1202.
 */
public final class RateFunnel {

    private static final ConfidenceLevel INNER = ConfidenceLevel.P95;
    private static final ConfidenceLevel OUTER = ConfidenceLevel.P99_8;

    private final double centre;
    private final Overdispersion overdispersion;
    private final List<Point> points;
    private final List<FunnelUnit> unplaced;

    private RateFunnel(
            double centre, Overdispersion overdispersion, List<FunnelUnit> placed, List<FunnelUnit> unplaced) {
        this.centre = centre;
        this.overdispersion = overdispersion;
        this.unplaced = List.copyOf(unplaced);
        List<Point> all = new ArrayList<>(placed.size());
        for (FunnelUnit unit : placed) {
            FunnelLimits limits = limitsAt(unit.denominator());
            double value = unit.numerator() / unit.denominator();
            all.add(new Point(unit, value, limits, limits.positionOf(value)));
        }
        this.points = Collections.unmodifiableList(all);
    }

    /**
     * One unit in the funnel.
     *
     * @param unit its counts, all rows added up
     * @param value events per unit of exposure
     * @param limits at the size of the unit, in the same units
     * @param position against the limits in force
     */
    public record Point(FunnelUnit unit, double value, FunnelLimits limits, FunnelPosition position) {}

    /**
     * Compares units.
     *
     * @param rows events and exposure; rows of one group are added up; events may exceed the exposure
     * @return nothing when no unit has exposure above zero, or when there were no events at all, so that nothing is
     *     expected anywhere
     */
    public static Optional<RateFunnel> of(List<FunnelUnit> rows) {
        Map<String, FunnelUnit> byGroup = new LinkedHashMap<>();
        for (FunnelUnit row : rows) {
            byGroup.merge(row.group(), row, RateFunnel::sum);
        }
        List<FunnelUnit> placed =
                byGroup.values().stream().filter(u -> u.denominator() > 0).toList();
        List<FunnelUnit> unplaced =
                byGroup.values().stream().filter(u -> u.denominator() <= 0).toList();
        double events = placed.stream().mapToDouble(FunnelUnit::numerator).sum();
        double exposure = placed.stream().mapToDouble(FunnelUnit::denominator).sum();
        if (events <= 0 || exposure <= 0) {
            return Optional.empty();
        }
        double centre = events / exposure;
        return Optional.of(new RateFunnel(centre, overdispersion(centre, placed), placed, unplaced));
    }

    /**
     * The common rate, Σx/Σn.
     *
     * @return events per unit of exposure, above 0
     */
    public double centre() {
        return centre;
    }

    /**
     * How much more the units differ than by chance.
     *
     * @return phi and tau2
     */
    public Overdispersion overdispersion() {
        return overdispersion;
    }

    /**
     * Whether the limits are widened because phi is above 1.
     *
     * @return false when they stand for chance alone
     */
    public boolean isAdjusted() {
        return overdispersion.isPresent();
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
     * Units with no exposure: they have no value and take no part.
     *
     * @return often empty
     */
    public List<FunnelUnit> unplaced() {
        return unplaced;
    }

    /**
     * The limits in force for a unit of the given size.
     *
     * @param exposure above 0 and finite
     * @return limits in events per unit of exposure, not negative
     * @throws IllegalArgumentException when the size is not above 0 and finite
     */
    public FunnelLimits limitsAt(double exposure) {
        if (!(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A unit's size is above zero and finite, not " + exposure);
        }
        double expected = exposure * centre;
        return isAdjusted() ? widened(expected) : poisson(expected);
    }

    private FunnelLimits poisson(double expected) {
        return new FunnelLimits(
                centre * ChiSquare.lowerQuantile(INNER.tail(), 2 * expected) / (2 * expected),
                centre * ChiSquare.upperQuantile(INNER.tail(), 2 * (expected + 1)) / (2 * expected),
                centre * ChiSquare.lowerQuantile(OUTER.tail(), 2 * expected) / (2 * expected),
                centre * ChiSquare.upperQuantile(OUTER.tail(), 2 * (expected + 1)) / (2 * expected));
    }

    private FunnelLimits widened(double expected) {
        double error = Math.sqrt(1 / (4 * expected) + overdispersion.tau2());
        return new FunnelLimits(
                atRoot(1 - INNER.z() * error),
                atRoot(1 + INNER.z() * error),
                atRoot(1 - OUTER.z() * error),
                atRoot(1 + OUTER.z() * error));
    }

    private double atRoot(double root) {
        double kept = Math.max(0, root);
        return centre * kept * kept;
    }

    private static Overdispersion overdispersion(double centre, List<FunnelUnit> units) {
        double[] scores = new double[units.size()];
        double[] errors = new double[units.size()];
        for (int i = 0; i < scores.length; i++) {
            double expected = units.get(i).denominator() * centre;
            errors[i] = 1 / (2 * Math.sqrt(expected));
            scores[i] = (Math.sqrt(units.get(i).numerator() / expected) - 1) / errors[i];
        }
        return Overdispersion.winsorised(scores, errors);
    }

    private static FunnelUnit sum(FunnelUnit a, FunnelUnit b) {
        return new FunnelUnit(a.group(), a.numerator() + b.numerator(), a.denominator() + b.denominator());
    }
}
