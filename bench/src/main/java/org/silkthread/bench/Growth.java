package org.silkthread.bench;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Table;

/**
 * How a cost grows with the size of the work. Between two sizes the total cost is taken to grow as a power of the size;
 * 1 means that each unit costs the same, 2 that twice the work costs four times as much.
 */
public final class Growth {

    /**
     * One measurement.
     *
     * @param work what was done
     * @param size units of work done at once
     * @param seconds what all of it took
     */
    public record Measured(String work, long size, double seconds) {

        double nanosecondsPerUnit() {
            return seconds * 1e9 / size;
        }
    }

    private Growth() {}

    /**
     * A table of cost per unit, and of the power by which the cost grew since the row before of the same work.
     *
     * @param unit what a unit of work is called
     */
    public static Table table(String title, String unit, List<Measured> measurements) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < measurements.size(); i++) {
            Measured now = measurements.get(i);
            boolean grown = i > 0 && measurements.get(i - 1).work().equals(now.work());
            rows.add(List.of(
                    Cell.of(now.work()),
                    Cell.of(now.size()),
                    Cell.of(now.nanosecondsPerUnit()),
                    Cell.of(now.seconds() * 1e6),
                    Cell.of(grown ? "n^%.2f".formatted(power(measurements.get(i - 1), now)) : "-")));
        }
        return new Table(title, List.of("work", unit + "s", "ns per " + unit, "µs in all", "grows as"), rows);
    }

    private static double power(Measured before, Measured now) {
        return Math.log(now.seconds() / before.seconds()) / Math.log((double) now.size() / before.size());
    }
}
