package org.silkthread.bench.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.silkthread.server.disclosure.Parts;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.Reach;
import org.silkthread.server.disclosure.SmallNumbers;

/** A column of counts, many of them small, with the total of an area: up to all practices of a country. */
@State(Scope.Benchmark)
public class DisclosureCost {

    private static final long SEED = 20090708;

    @Param({"100", "1000", "7000"})
    int size;

    private long[] counts = {};

    /** Makes up the counts. */
    @Setup
    public void draw() {
        Random random = new Random(SEED);
        counts = new long[size];
        Arrays.setAll(counts, i -> random.nextBoolean() ? random.nextInt(12) : random.nextInt(2_000));
    }

    /** Every cell by itself. */
    @Benchmark
    public void cells(Blackhole published) {
        for (long count : counts) {
            published.consume(SmallNumbers.cell(count));
        }
    }

    /** Every cell, and a total that gives none of them away. */
    @Benchmark
    public PublishedCount cellsAndTotal(Blackhole published) {
        long total = 0;
        Parts parts = Parts.NONE;
        for (long count : counts) {
            PublishedCount cell = SmallNumbers.cell(count);
            published.consume(cell);
            total += count;
            parts = parts.plus(cell.range());
        }
        return SmallNumbers.total(total, List.of(parts), Reach.BELOW_NATIONAL);
    }
}
