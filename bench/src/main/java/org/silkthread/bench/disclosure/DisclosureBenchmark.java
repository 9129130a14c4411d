package org.silkthread.bench.disclosure;

import java.util.List;
import java.util.Map;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.Growth;
import org.silkthread.bench.Jmh;
import org.silkthread.bench.report.Findings;

/** What small-number control adds to every cell of a page or file. */
public final class DisclosureBenchmark implements Benchmark {

    @Override
    public String name() {
        return "disclosure";
    }

    @Override
    public String about() {
        return "small-number control, by cell";
    }

    @Override
    public Findings run(Effort effort) {
        return new Findings(
                name(),
                List.of(Growth.table(
                        "Small-number control",
                        "cell",
                        Jmh.measure(
                                DisclosureCost.class,
                                Map.of("cells", "cells", "cellsAndTotal", "cells and their total"),
                                effort))),
                List.of("One thread; mean of 5 seconds after 3 seconds of warm-up in a process of its own."));
    }
}
