package org.silkthread.server.publication;

import java.util.List;

/**
 * Public, with corrections that everybody sees beside what was signed.
 *
 * @param corrections oldest first
 */
public record Corrected(Published asPublished, int version, List<Correction> corrections)
        implements Publication.Public {

    public Corrected {
        corrections = List.copyOf(corrections);
    }

    @Override
    public String condition() {
        return "has been published and corrected";
    }

    /** With one more correction that waits for a second person's signature. */
    public Correcting propose(Step.Propose step) {
        return new Correcting(asPublished, version + 1, corrections, step);
    }

    public Withdrawn withdraw(Step.Withdraw step) {
        return new Withdrawn(asPublished, corrections, version + 1, step);
    }
}
