package org.silkthread.methods.monitoring;

import java.util.List;

/**
 * The variable life-adjusted display: expected less observed events, added up. It rises by the risk for everybody to whom
 * nothing happened, and falls by one less the risk for an event; its height is the number of events fewer than expected.
 * For looking at, not for alarms: it has no limits, and after a long good time a bad one takes long to show. Alarms are a
 * matter of {@link RiskAdjustedCusum}.
 *
 * <p>Source: Lovegrove J, Valencia O, Treasure T and others, Lancet 350 (1997) 1128-1130.
 */
public final class Vlad {

    private Vlad() {}

    /**
     * The height after each patient.
     *
     * @param cases in the order of treatment
     * @return as many numbers, in events
     */
    public static double[] of(List<MonitoredCase> cases) {
        double[] heights = new double[cases.size()];
        double height = 0;
        double rest = 0;
        for (int i = 0; i < heights.length; i++) {
            MonitoredCase patient = cases.get(i);
            // Kahan's sum: after a million patients the height is still right to the last digits.
            double step = patient.risk() - (patient.event() ? 1 : 0) - rest;
            double next = height + step;
            rest = next - height - step;
            height = next;
            heights[i] = height;
        }
        return heights;
    }
}
