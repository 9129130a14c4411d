package org.silkthread.cli.synth.department;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.cli.mllp.Sending;

/**
 * The way from the system that makes messages to the one that takes them: mostly a moment, sometimes minutes, so that a message
 * comes after younger ones; sometimes it brings one twice; and it holds everything back while it is stopped.
 */
final class Post {

    private static final double LATE = 0.01;
    private static final double TWICE = 0.01;
    /** What was held back all goes out, in its order, in this part of the time for which it was. */
    private static final long TIMES_FASTER = 600;
    /** Numbers of chance that no visit has. */
    private static final long OF_MESSAGES = -10;

    private final long seed;
    private final String organisation;
    private final Stretch time;
    private final Optional<Stretch> stopped;

    /**
     * @param time what leaves outside it is left out
     * @param stopped when nothing leaves
     */
    Post(long seed, String organisation, Stretch time, Optional<Stretch> stopped) {
        this.seed = seed;
        this.organisation = organisation;
        this.time = time;
        this.stopped = stopped;
    }

    /**
     * The messages in the order in which they leave. Numbers rise with the time of making, as they do in a system that has
     * one counter.
     *
     * @param run stands before the number of each
     */
    List<Sending> sent(List<Draft> drafts, String run) {
        List<Draft> inOrder = drafts.stream().sorted(Draft.IN_ORDER).toList();
        List<Sending> sendings = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Draft draft = inOrder.get(i);
            String message = draft.message(organisation, "%s-%07d".formatted(run, i + 1));
            for (Instant at : leaves(draft.made(), new Chance(seed, OF_MESSAGES - i))) {
                if (time.holds(at)) {
                    sendings.add(new Sending(at, message));
                }
            }
        }
        sendings.sort(Sending.IN_ORDER);
        return List.copyOf(sendings);
    }

    /** When a message leaves, once or twice. */
    private List<Instant> leaves(Instant made, Chance chance) {
        Duration way = chance.happens(LATE) ? chance.between(2, 15) : chance.between(0.001, 0.015);
        List<Instant> leaves = new ArrayList<>();
        leaves.add(held(made.plus(way)));
        if (chance.happens(TWICE)) {
            leaves.add(held(made.plus(way).plus(chance.between(0.05, 3))));
        }
        return leaves;
    }

    private Instant held(Instant at) {
        return stopped.filter(stretch -> stretch.holds(at))
                .map(stretch -> stretch.until()
                        .plus(Duration.between(stretch.from(), at).dividedBy(TIMES_FASTER)))
                .orElse(at);
    }
}
