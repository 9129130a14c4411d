package org.silkthread.bench.methods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.silkthread.methods.spc.Improvement;
import org.silkthread.methods.spc.Observation;
import org.silkthread.methods.spc.XmrChart;
import org.silkthread.methods.spc.XmrOptions;

/** The XmR chart of a steady series with a change in its second half, as the rules have most to do there. */
@State(Scope.Benchmark)
public class XmrCost {

    private static final long SEED = 20090708;
    private static final LocalDate FIRST = LocalDate.of(2009, 4, 1);
    private static final XmrOptions OPTIONS =
            XmrOptions.of(Improvement.INCREASE).withTarget(95);

    @Param({"36", "360", "3600"})
    int size;

    private List<Observation> series = List.of();

    /** Draws the series. */
    @Setup
    public void draw() {
        Random random = new Random(SEED);
        series = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double level = i < size / 2 ? 92 : 94;
            series.add(Observation.of(FIRST.plusDays(i), level + random.nextGaussian()));
        }
    }

    /** Limits, rules and points. */
    @Benchmark
    public XmrChart chart() {
        return XmrChart.of(series, OPTIONS);
    }

    /** The chart and its sentence. */
    @Benchmark
    public String sentence() {
        return XmrChart.of(series, OPTIONS).sentence();
    }
}
