package org.silkthread.cli.synth.department;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;

/**
 * How many come at which hour. The numbers are our own; their shape is the known one of emergency departments: few before
 * dawn, a steep morning, a flat afternoon and a slow evening.
 */
final class ArrivalCurve {

    private static final double MINUTES_IN_HOUR = 60;
    private static final double[] PERCENT_BY_HOUR = {
        2.7, 2.2, 1.8, 1.5, 1.4, 1.4, 1.7, 2.4, 3.9, 5.5, 6.2, 6.3, 6.0, 5.7, 5.6, 5.6, 5.7, 5.8, 5.8, 5.6, 5.2, 4.7,
        4.0, 3.3
    };
    private static final double BUSIEST = Arrays.stream(PERCENT_BY_HOUR).max().orElseThrow();

    private final DepartmentOrder order;

    ArrivalCurve(DepartmentOrder order) {
        this.order = order;
    }

    /** How many are expected in an ordinary minute at a moment. */
    double expected(Instant moment) {
        return expected(PERCENT_BY_HOUR[moment.atZone(UkTime.ZONE).getHour()]);
    }

    private double expected(double percent) {
        return order.attendances() * percent / 100 / MINUTES_IN_HOUR;
    }

    /** When people come, in order. Those of the surge come in addition, so the others are the same with and without it. */
    List<Instant> arrivals() {
        List<Instant> arrivals = new ArrayList<>(drawn(order.time(), 1, new Chance(order.seed(), -1)));
        surge().ifPresent(stretch ->
                arrivals.addAll(drawn(stretch, order.surgeFactor() - 1, new Chance(order.seed(), -2))));
        arrivals.sort(null);
        return arrivals;
    }

    private Optional<Stretch> surge() {
        return order.surge().filter(stretch -> order.surgeFactor() > 1);
    }

    /** A Poisson process whose rate changes, by thinning the one of the busiest hour (Lewis and Shedler 1979). */
    private List<Instant> drawn(Stretch time, double factor, Chance chance) {
        List<Instant> arrivals = new ArrayList<>();
        Instant next = time.from().plus(chance.untilNext(expected(BUSIEST) * factor));
        while (next.isBefore(time.until())) {
            if (chance.happens(expected(next) / expected(BUSIEST))) {
                arrivals.add(next);
            }
            next = next.plus(chance.untilNext(expected(BUSIEST) * factor));
        }
        return arrivals;
    }
}
