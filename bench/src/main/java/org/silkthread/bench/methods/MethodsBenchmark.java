package org.silkthread.bench.methods;

import java.util.List;
import java.util.Map;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.Growth;
import org.silkthread.bench.Jmh;
import org.silkthread.bench.report.Findings;

/** What charts, funnels and intervals cost in themselves, without pages and database. */
public final class MethodsBenchmark implements Benchmark {

    @Override
    public String name() {
        return "methods";
    }

    @Override
    public String about() {
        return "XmR charts by point, funnels by organisation, confidence intervals";
    }

    @Override
    public Findings run(Effort effort) {
        return new Findings(
                name(),
                List.of(
                        Growth.table(
                                "XmR chart",
                                "point",
                                Jmh.measure(
                                        XmrCost.class, Map.of("chart", "chart", "sentence", "chart in words"), effort)),
                        Growth.table(
                                "Funnel",
                                "organisation",
                                Jmh.measure(
                                        FunnelCost.class,
                                        Map.of("proportions", "proportions, adjusted", "rates", "rates"),
                                        effort)),
                        Growth.table(
                                "Confidence interval",
                                "interval",
                                Jmh.measure(
                                        IntervalCost.class,
                                        Map.of(
                                                "wilson",
                                                "proportion (Wilson)",
                                                "byar",
                                                "count (Byar)",
                                                "exactPoisson",
                                                "count below 10 (exact)"),
                                        effort))),
                List.of("One thread; mean of 5 seconds after 3 seconds of warm-up in a process of its own."));
    }
}
