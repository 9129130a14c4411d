package org.silkthread.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.silkthread.measure.report.RunTally;

/** Evaluates the parts of a population as tasks of Spark and sums their tallies in a tree, most of it on the executors. */
final class DistributedRun {

    private static final int TREE_DEPTH = 2;

    private final JavaSparkContext spark;

    DistributedRun(JavaSparkContext spark) {
        this.spark = spark;
    }

    RunTally run(Assignment assignment, List<Integer> parts) {
        Broadcast<Assignment> sent = spark.broadcast(assignment);
        try {
            String sum = spark.parallelize(parts, parts.size())
                    .map(part -> sent.value().evaluate(part))
                    .treeReduce((first, second) -> sent.value().sum(first, second), TREE_DEPTH);
            return assignment.read(sum);
        } finally {
            sent.destroy();
        }
    }
}
