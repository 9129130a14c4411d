package org.silkthread.bench.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.silkthread.methods.funnel.FunnelUnit;
import org.silkthread.methods.funnel.ProportionFunnel;
import org.silkthread.methods.funnel.RateFunnel;

/** Funnels over organisations of different sizes that differ by more than chance: up to all practices of a country. */
@State(Scope.Benchmark)
public class FunnelCost {

    private static final long SEED = 20090708;

    @Param({"100", "1000", "7000"})
    int size;

    private List<FunnelUnit> organisations = List.of();

    /** Makes up the organisations. */
    @Setup
    public void draw() {
        Random random = new Random(SEED);
        organisations = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int cases = 100 + random.nextInt(10_000);
            double share = Math.clamp(0.1 + 0.02 * random.nextGaussian(), 0.01, 0.5);
            organisations.add(new FunnelUnit("P%05d".formatted(i), Math.round(cases * share), cases));
        }
    }

    /** Proportions, with limits widened for over-dispersion. */
    @Benchmark
    public Optional<ProportionFunnel> proportions() {
        return ProportionFunnel.adjusted(organisations);
    }

    /** Rates, with exact Poisson limits. */
    @Benchmark
    public Optional<RateFunnel> rates() {
        return RateFunnel.of(organisations);
    }
}
