package org.silkthread.server.publication;

import java.util.List;

/**
 * Public at its permanent address.
 *
 * @param release who published it and the instant from which it was public
 */
public record Published(SignedOff signed, int version, Step.Publish release) implements Publication.Public {

    @Override
    public Published asPublished() {
        return this;
    }

    @Override
    public List<Correction> corrections() {
        return List.of();
    }

    @Override
    public String condition() {
        return "has been published";
    }

    /** With a correction that waits for a second person's signature. */
    public Correcting propose(Step.Propose step) {
        return new Correcting(this, version + 1, List.of(), step);
    }

    public Withdrawn withdraw(Step.Withdraw step) {
        return new Withdrawn(this, List.of(), version + 1, step);
    }
}
