package org.silkthread.server.promises.web;

import org.silkthread.server.promises.Assessment;
import org.silkthread.server.promises.Promise;

/** A promise with where it stands today. */
public record PromiseItem(Promise promise, Assessment assessment) {

    /** The colour of the status tag; the words beside it say the same. */
    public String colour() {
        return switch (assessment.status()) {
            case KEPT -> "green";
            case ON_TRACK -> "blue";
            case LATE -> "red";
            case NO_DATA -> "grey";
        };
    }
}
