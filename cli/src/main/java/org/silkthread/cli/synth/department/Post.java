package org.silkthread.cli.synth.department;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from the system that makes a message to the one that takes it: mostly a moment, sometimes minutes, so that it comes
 * after younger ones; sometimes it brings a message twice; and it holds everything back while it is stopped.
 */
final class Post {

    private static final double LATE = 0.01;
    private static final double TWICE = 0.01;
    /** What was held back all goes out, in its order, in this part of the time for which it was. */
    private static final long TIMES_FASTER = 600;

    private final DepartmentOrder order;

    Post(DepartmentOrder order) {
        this.order = order;
    }

    /** When a message leaves, once or twice. */
    List<Instant> leaves(Instant made, Chance chance) {
        Duration way = chance.happens(LATE) ? chance.between(2, 15) : chance.between(0.001, 0.015);
        List<Instant> leaves = new ArrayList<>();
        leaves.add(held(made.plus(way)));
        if (chance.happens(TWICE)) {
            leaves.add(held(made.plus(way).plus(chance.between(0.05, 3))));
        }
        return leaves;
    }

    private Instant held(Instant at) {
        return order.stopped()
                .filter(stretch -> stretch.holds(at))
                .map(stretch -> stretch.until()
                        .plus(Duration.between(stretch.from(), at).dividedBy(TIMES_FASTER)))
                .orElse(at);
    }
}
