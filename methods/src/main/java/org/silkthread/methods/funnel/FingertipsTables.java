package org.silkthread.methods.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The limits of a funnel at 100 sizes, as the public health profiles of England publish them for drawing. A line of a
 * table of ratios or rates answers for a number of events: how many would have to be expected for that number to lie on
 * the limit.
 */
public final class FingertipsTables {

    private static final double INNER = 0.025;
    private static final double OUTER = 0.001;
    private static final int STEPS_OF_POPULATIONS = 99;
    private static final int STEPS_OF_EVENTS = 100;

    private FingertipsTables() {}

    /**
     * A line of a table of proportions.
     *
     * @param population size
     * @param limits times the multiplier, kept within 0 and the multiplier
     * @param baseline the common proportion times the multiplier
     */
    public record ProportionLine(double population, FunnelLimits limits, double baseline) {}

    /**
     * A line of a table of ratios or rates.
     *
     * @param events observed
     * @param expected the expectation, or the population of one year, for which the events lie on each limit
     * @param limits for ratios observed over expected; for rates events over population times the multiplier
     */
    public record EventLine(double events, FunnelLimits expected, FunnelLimits limits) {}

    /**
     * A table of rates.
     *
     * @param baseline the common rate times the multiplier
     * @param lines one for each number of events
     */
    public record RateTable(double baseline, List<EventLine> lines) {}

    /**
     * The table of proportions.
     *
     * @param units counts, each a unit of its own; those without a denominator take no part
     * @param multiplier 100 for percentages
     * @return nothing when no unit has a denominator above zero
     * @throws IllegalArgumentException when a numerator is above its denominator
     */
    public static Optional<List<ProportionLine>> proportions(List<FunnelUnit> units, double multiplier) {
        UnitTotals totals = UnitTotals.ofProportions(units);
        if (totals.placed().isEmpty()) {
            return Optional.empty();
        }
        double centre = Math.min(1, totals.centre());
        List<ProportionLine> lines = new ArrayList<>();
        double to = FingertipsAxis.maximum(largest(totals));
        for (double size : FingertipsAxis.points(from(totals, 1), to, STEPS_OF_POPULATIONS)) {
            FunnelLimits limits = FingertipsProportionFunnel.limits(centre, size);
            lines.add(new ProportionLine(size, times(limits, multiplier), centre * multiplier));
        }
        return Optional.of(List.copyOf(lines));
    }

    /**
     * The table of ratios of observed over expected.
     *
     * @param units observed and expected events; units of which nothing was expected take no part
     * @return nothing when nothing was expected of any unit
     */
    public static Optional<List<EventLine>> ratios(List<FunnelUnit> units) {
        UnitTotals totals = UnitTotals.of(units);
        if (totals.placed().isEmpty()) {
            return Optional.empty();
        }
        List<EventLine> lines = new ArrayList<>();
        double to = FingertipsAxis.maximum(largest(totals));
        for (double events : FingertipsAxis.points(from(totals, 1), to, STEPS_OF_EVENTS)) {
            FunnelLimits expected = expectedAt(events);
            lines.add(new EventLine(events, expected, over(events, expected)));
        }
        return Optional.of(List.copyOf(lines));
    }

    /**
     * The table of rates.
     *
     * @param units events and population over all years
     * @param multiplier what rates are stated for, as 100,000
     * @param years how many years the events and the population are of, at least 1
     * @return nothing when no unit has a population above zero or there was no event
     */
    public static Optional<RateTable> rates(List<FunnelUnit> units, double multiplier, int years) {
        UnitTotals totals = UnitTotals.of(units);
        if (totals.placed().isEmpty() || totals.numerator() == 0) {
            return Optional.empty();
        }
        double common = totals.centre();
        double from = Math.floor(from(totals, years) * common);
        double to = Math.ceil(FingertipsAxis.maximum(largest(totals) / years) * years * common);
        List<EventLine> lines = new ArrayList<>();
        for (double events : FingertipsAxis.points(from, to, STEPS_OF_POPULATIONS)) {
            FunnelLimits population = times(expectedAt(events), 1 / common);
            lines.add(
                    new EventLine(events, times(population, 1.0 / years), times(over(events, population), multiplier)));
        }
        return Optional.of(new RateTable(common * multiplier, List.copyOf(lines)));
    }

    /** A unit lies on its lower limit when much more was expected, and on its upper limit when much less was. */
    private static FunnelLimits expectedAt(double events) {
        return new FunnelLimits(
                FingertipsPoisson.expectedAbove(events, INNER),
                FingertipsPoisson.expectedBelow(events, INNER),
                FingertipsPoisson.expectedAbove(events, OUTER),
                FingertipsPoisson.expectedBelow(events, OUTER));
    }

    private static FunnelLimits over(double events, FunnelLimits expected) {
        return new FunnelLimits(
                events / expected.lower95(),
                events / expected.upper95(),
                events / expected.lower998(),
                events / expected.upper998());
    }

    private static FunnelLimits times(FunnelLimits limits, double factor) {
        return new FunnelLimits(
                limits.lower95() * factor,
                limits.upper95() * factor,
                limits.lower998() * factor,
                limits.upper998() * factor);
    }

    /** 0 when one unit is more than twice as large as another. */
    private static double from(UnitTotals totals, int years) {
        double smallest = totals.placed().stream()
                .mapToDouble(FunnelUnit::denominator)
                .min()
                .orElseThrow();
        double largest = largest(totals);
        return largest > 2 * smallest ? 0 : FingertipsAxis.minimum(smallest / years) * years;
    }

    private static double largest(UnitTotals totals) {
        return totals.placed().stream()
                .mapToDouble(FunnelUnit::denominator)
                .max()
                .orElseThrow();
    }
}
