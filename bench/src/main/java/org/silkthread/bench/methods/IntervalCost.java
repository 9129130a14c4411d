package org.silkthread.bench.methods;

import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.silkthread.methods.interval.Byar;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.ExactPoisson;
import org.silkthread.methods.interval.Interval;
import org.silkthread.methods.interval.Wilson;

/** One confidence interval at a time; a figure needs one. */
@State(Scope.Benchmark)
public class IntervalCost {

    private double events = 84;
    private double fewEvents = 7;
    private double cases = 1_000;

    /** Of a proportion. */
    @Benchmark
    public Interval wilson() {
        return Wilson.interval(events, cases, ConfidenceLevel.P95);
    }

    /** Of a count of ten or more. */
    @Benchmark
    public Optional<Interval> byar() {
        return Byar.interval(events, ConfidenceLevel.P95);
    }

    /** Of a count below ten. */
    @Benchmark
    public Interval exactPoisson() {
        return ExactPoisson.interval(fewEvents, ConfidenceLevel.P95);
    }
}
