package org.silkthread.methods.casemix;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.silkthread.methods.casemix.CaseMixTable.Block;

/**
 * Sums over blocks with several threads. Blocks are cut into the same parts whatever the machine, and parts are added up in
 * order, so that the result does not depend on the number of threads, to the last digit.
 */
final class Passes {

    private static final int PARTS = 32;

    private Passes() {}

    /** The sum of what the function makes of each block. */
    static double[] sum(List<Block> blocks, int length, Function<Block, double[]> function) {
        List<double[]> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> {
                    double[] sum = new double[length];
                    for (int b = first(part, blocks); b < first(part + 1, blocks); b++) {
                        add(function.apply(blocks.get(b)), sum);
                    }
                    return sum;
                })
                .toList();
        double[] sum = new double[length];
        parts.forEach(part -> add(part, sum));
        return sum;
    }

    private static int first(int part, List<Block> blocks) {
        return (int) ((long) part * blocks.size() / PARTS);
    }

    private static void add(double[] what, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i];
        }
    }
}
