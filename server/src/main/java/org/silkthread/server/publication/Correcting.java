package org.silkthread.server.publication;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.publication.StepRefused.Reason;

/**
 * Public, with a correction that somebody proposed and nobody has signed yet. Readers see what they saw before.
 *
 * @param corrections those that were signed, oldest first
 * @param proposal the one that waits
 */
public record Correcting(Published asPublished, int version, List<Correction> corrections, Step.Propose proposal)
        implements Publication.Public {

    public Correcting {
        corrections = List.copyOf(corrections);
    }

    @Override
    public String condition() {
        return "has been published, and a correction of it waits for its signature";
    }

    /** With the correction beside it, signed by a second person. */
    public Corrected correct(Step.Correct step) {
        if (step.by().username().equals(proposal.by().username())) {
            throw new StepRefused(
                    Reason.SAME_PERSON,
                    "You have written this correction of ‘" + title() + "’. Somebody else must sign it.");
        }
        List<Correction> more = new ArrayList<>(corrections);
        more.add(new Correction(
                more.size() + 1,
                proposal.about(),
                proposal.words(),
                proposal.reason(),
                proposal.figures(),
                proposal.by(),
                step.by(),
                step.at()));
        return new Corrected(asPublished, version + 1, more);
    }

    /** As it was before the correction was proposed. */
    public Publication.Public drop(Step.Drop step) {
        if (step.reason().isBlank()) {
            throw new StepRefused(Reason.WORDS_MISSING, "Enter the reason.");
        }
        return corrections.isEmpty()
                ? new Published(asPublished.signed(), version + 1, asPublished.release())
                : new Corrected(asPublished, version + 1, corrections);
    }

    /** Withdrawn; the correction that waited goes with it. */
    public Withdrawn withdraw(Step.Withdraw step) {
        return new Withdrawn(asPublished, corrections, version + 1, step);
    }
}
