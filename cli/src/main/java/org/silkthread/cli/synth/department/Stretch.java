package org.silkthread.cli.synth.department;

import java.time.Instant;

/** A stretch of time, its first moment in it and its last not. */
public record Stretch(Instant from, Instant until) {

    public Stretch {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A stretch of time does not end before it begins");
        }
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
