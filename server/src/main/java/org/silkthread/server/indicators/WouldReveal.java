package org.silkthread.server.indicators;

import org.silkthread.server.disclosure.Verdict;

/** Thrown when figures are not frozen because hidden counts could be worked out from them and what is public already. */
public final class WouldReveal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WouldReveal(Verdict verdict) {
        super(verdict.sentence() + " " + String.join(" ", verdict.reasons()));
    }

    /** What can be worked out and from what, without any hidden count. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
