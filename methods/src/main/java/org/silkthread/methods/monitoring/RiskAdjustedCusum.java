package org.silkthread.methods.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The risk-adjusted cumulative sum: S = max(0, S + W) after each patient, with Steiner's weight W. It stays near 0 while the
 * model's risks hold, climbs when the odds have shifted, and signals when it is above its limit. One sum watches one
 * direction; use two, with odds ratios of 2 and 1/2, for harm and improvement. With the same risk for everybody it is the
 * ordinary cumulative sum of a proportion.
 *
 * <p>Source: Steiner SH, Cook RJ, Farewell VT, Treasure T, "Monitoring surgical performance using risk-adjusted cumulative
 * sum charts", Biostatistics 1 (2000) 441-452.
 */
public final class RiskAdjustedCusum {

    private RiskAdjustedCusum() {}

    /**
     * After one patient.
     *
     * @param weight of the patient
     * @param value of the sum, 0 or more
     * @param signal whether the value is above the limit
     */
    public record Point(double weight, double value, boolean signal) {}

    /**
     * Walks through patients.
     *
     * @param cases in the order of treatment
     * @param shift to be noticed
     * @param limit above which the sum signals; without one it never does
     * @param reset whether the sum begins again at 0 after a signal; otherwise it goes on, and signals as long as it is above
     * @return a point for each patient
     * @throws IllegalArgumentException when the limit is not above 0
     */
    public static List<Point> of(List<MonitoredCase> cases, OddsShift shift, OptionalDouble limit, boolean reset) {
        double h = limit.orElse(Double.POSITIVE_INFINITY);
        if (!(h > 0)) {
            throw new IllegalArgumentException("The limit of a cumulative sum is above 0, not " + h);
        }
        List<Point> points = new ArrayList<>(cases.size());
        double value = 0;
        for (MonitoredCase patient : cases) {
            double weight = shift.weight(patient);
            value = Math.max(0, value + weight);
            boolean signal = value > h;
            points.add(new Point(weight, value, signal));
            if (signal && reset) {
                value = 0;
            }
        }
        return points;
    }
}
