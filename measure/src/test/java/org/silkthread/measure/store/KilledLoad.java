package org.silkthread.measure.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.silkthread.measure.model.FhirModel;

/** A process that loads files and dies on the way, without a chance to put anything in order. */
final class KilledLoad {

    static final int KILLED = 137;
    static final LoadLimits LIMITS = new LoadLimits(2_000_000, 1_500_000);

    private KilledLoad() {}

    /** Arguments: the folder of the files, that of the store, and at which sign of progress to die, from 1. */
    public static void main(String[] arguments) {
        int last = Integer.parseInt(arguments[2]);
        AtomicInteger signs = new AtomicInteger();
        new PopulationLoader(FhirModel.r4(), Path.of(arguments[1]), 2, LIMITS)
                .load(List.of(Path.of(arguments[0])), Set.of(), (step, done, of) -> {
                    if (signs.incrementAndGet() == last) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                });
    }
}
