package org.silkthread.server.regulation;

import java.time.Instant;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.indicators.FigureId;

/**
 * A verdict on a figure and how far it has come. One person proposes it and another confirms it; only then does the mark
 * show. A later confirmed verdict on the same figure takes its place, and the earlier stays readable.
 */
public sealed interface Validation {

    /** The verdict as it was proposed. */
    Proposed proposal();

    default UUID id() {
        return proposal().key();
    }

    default FigureId figure() {
        return proposal().about();
    }

    default Verdict verdict() {
        return proposal().finding();
    }

    /** Waiting for a second person. */
    record Proposed(
            UUID key,
            FigureId about,
            Verdict finding,
            String reason,
            Recomputation recomputation,
            Actor.Person by,
            Instant at)
            implements Validation {

        @Override
        public Proposed proposal() {
            return this;
        }

        /**
         * Agreed by a second person; the mark shows from now on.
         *
         * @throws ValidationRefused if it is the person who proposed it
         */
        public Confirmed confirm(Actor.Person second, Instant when) {
            requireAnother(second, "confirm");
            return new Confirmed(this, second, when);
        }

        /**
         * Turned down by a second person; no mark shows.
         *
         * @throws ValidationRefused if it is the person who proposed it
         */
        public Declined decline(Actor.Person second, String why, Instant when) {
            requireAnother(second, "turn down");
            return new Declined(this, second, why, when);
        }

        private void requireAnother(Actor.Person second, String what) {
            if (by.username().equals(second.username())) {
                throw new ValidationRefused(
                        ValidationRefused.Reason.SAME_PERSON,
                        "You recorded this verdict yourself. A second person has to " + what + " it.");
            }
        }
    }

    /**
     * In force, unless a later one of the same figure is.
     *
     * @param by the second person
     */
    record Confirmed(Proposed proposal, Actor.Person by, Instant at) implements Validation {}

    /**
     * Turned down.
     *
     * @param by the second person
     * @param why in words
     */
    record Declined(Proposed proposal, Actor.Person by, String why, Instant at) implements Validation {}
}
