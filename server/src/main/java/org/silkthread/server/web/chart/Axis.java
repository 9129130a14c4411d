package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of numbers with round steps.
 *
 * @param low where it begins, a multiple of the step
 * @param high where it ends, a multiple of the step
 * @param step 1, 2 or 5 times a power of 10
 */
record Axis(double low, double high, double step) {

    /** An axis that covers both numbers in about so many steps. */
    static Axis covering(double least, double most, int wantedSteps) {
        double span = most - least;
        if (!(span > 0)) {
            span = Math.max(Math.abs(most) / 10, 1e-6);
        }
        double step = roundStep(span / wantedSteps);
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.ceil(most / step - 1e-9) * step;
        return new Axis(low, high > low ? high : low + step, step);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            double tick = low + i * step;
            ticks.add(Math.abs(tick) < step / 1e6 ? 0.0 : tick);
        }
        return ticks;
    }

    /** How far along the axis a number lies: 0 at its beginning, 1 at its end. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        double round = lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10;
        return round * power;
    }
}
