package org.silkthread.methods.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units with their rows added up, split into those that can be placed and those with an empty denominator. */
record UnitTotals(List<FunnelUnit> placed, List<FunnelUnit> unplaced, double numerator, double denominator) {

    private static final double CLEARLY_BELOW_HALF = 0.4999;

    static UnitTotals ofProportions(List<FunnelUnit> rows) {
        UnitTotals totals = of(rows);
        totals.placed.forEach(UnitTotals::requireProportion);
        totals.unplaced.forEach(UnitTotals::requireProportion);
        return totals;
    }

    static UnitTotals of(List<FunnelUnit> rows) {
        Map<String, FunnelUnit> byGroup = new LinkedHashMap<>();
        for (FunnelUnit row : rows) {
            byGroup.merge(
                    row.group(),
                    row,
                    (a, b) -> new FunnelUnit(
                            a.group(), a.numerator() + b.numerator(), a.denominator() + b.denominator()));
        }
        return split(byGroup.values());
    }

    private static UnitTotals split(Iterable<FunnelUnit> units) {
        List<FunnelUnit> placed = new ArrayList<>();
        List<FunnelUnit> unplaced = new ArrayList<>();
        double numerator = 0;
        double denominator = 0;
        for (FunnelUnit unit : units) {
            boolean hasSize = unit.denominator() > 0;
            (hasSize ? placed : unplaced).add(unit);
            numerator += hasSize ? unit.numerator() : 0;
            denominator += unit.denominator();
        }
        return new UnitTotals(List.copyOf(placed), List.copyOf(unplaced), numerator, denominator);
    }

    /** The same with denominators rounded; a unit whose denominator becomes 0 is not placed. */
    UnitTotals withDenominatorsToTwoDecimals() {
        List<FunnelUnit> rounded = new ArrayList<>(placed.size() + unplaced.size());
        for (FunnelUnit unit : placed) {
            rounded.add(new FunnelUnit(unit.group(), unit.numerator(), toTwoDecimals(unit.denominator())));
        }
        rounded.addAll(unplaced);
        return split(rounded);
    }

    /** Only next to a half does it take exact decimals to tell up from down. */
    private static double toTwoDecimals(double value) {
        double hundredths = Math.rint(value * 100);
        return Math.abs(value * 100 - hundredths) < CLEARLY_BELOW_HALF
                ? hundredths / 100
                : new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** The common value, by counts and never by averaging the units' values. */
    double centre() {
        return numerator / denominator;
    }

    private static void requireProportion(FunnelUnit unit) {
        if (unit.numerator() > unit.denominator()) {
            throw new IllegalArgumentException("The numerator of " + unit.group() + ", " + unit.numerator()
                    + ", is above its denominator, " + unit.denominator());
        }
    }
}
