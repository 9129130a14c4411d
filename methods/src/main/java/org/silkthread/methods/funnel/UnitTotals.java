package org.silkthread.methods.funnel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units with their rows added up, split into those that can be placed and those with an empty denominator. */
record UnitTotals(List<FunnelUnit> placed, List<FunnelUnit> unplaced, double numerator, double denominator) {

    static UnitTotals ofProportions(List<FunnelUnit> rows) {
        Map<String, FunnelUnit> byGroup = new LinkedHashMap<>();
        for (FunnelUnit row : rows) {
            byGroup.merge(
                    row.group(),
                    row,
                    (a, b) -> new FunnelUnit(
                            a.group(), a.numerator() + b.numerator(), a.denominator() + b.denominator()));
        }
        List<FunnelUnit> placed = new ArrayList<>();
        List<FunnelUnit> unplaced = new ArrayList<>();
        double numerator = 0;
        double denominator = 0;
        for (FunnelUnit unit : byGroup.values()) {
            requireProportion(unit);
            (unit.denominator() > 0 ? placed : unplaced).add(unit);
            numerator += unit.numerator();
            denominator += unit.denominator();
        }
        return new UnitTotals(List.copyOf(placed), List.copyOf(unplaced), numerator, denominator);
    }

    /** The common proportion, by counts and never by averaging proportions. */
    double centre() {
        return Math.min(1, numerator / denominator);
    }

    private static void requireProportion(FunnelUnit unit) {
        if (unit.numerator() > unit.denominator()) {
            throw new IllegalArgumentException("The numerator of " + unit.group() + ", " + unit.numerator()
                    + ", is above its denominator, " + unit.denominator());
        }
    }
}
