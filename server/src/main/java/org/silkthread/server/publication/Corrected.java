package org.silkthread.server.publication;

import java.util.ArrayList;
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

    public Corrected correct(Step.Correct step) {
        List<Correction> more = new ArrayList<>(corrections);
        more.add(new Correction(
                more.size() + 1, step.about(), step.words(), step.reason(), step.figures(), step.by(), step.at()));
        return new Corrected(asPublished, version + 1, more);
    }

    public Withdrawn withdraw(Step.Withdraw step) {
        return new Withdrawn(asPublished, corrections, version + 1, step);
    }
}
