package org.silkthread.server.waits;

import java.time.Duration;
import java.util.Optional;

/** How long somebody waited for one thing, or why that is not said. */
public sealed interface Wait {

    /** The wait is over. */
    record Ended(Duration length) implements Wait {

        public Ended {
            refuseNegative(length);
        }
    }

    /** The wait goes on; this is its length at the moment of reading. */
    record SoFar(Duration length) implements Wait {

        public SoFar {
            refuseNegative(length);
        }
    }

    /** Nobody recorded the event, or it has not come and need not come. */
    record NotRecorded() implements Wait {}

    /** The record contradicts itself here. */
    record Untrusted(Problem.Kind why) implements Wait {}

    /** The length, where there is one. */
    default Optional<Duration> known() {
        return switch (this) {
            case Ended ended -> Optional.of(ended.length());
            case SoFar open -> Optional.of(open.length());
            case NotRecorded missing -> Optional.empty();
            case Untrusted wrong -> Optional.empty();
        };
    }

    private static void refuseNegative(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("A wait is not negative: " + length);
        }
    }
}
