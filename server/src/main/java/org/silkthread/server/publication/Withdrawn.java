package org.silkthread.server.publication;

import java.util.List;

/**
 * Withdrawn with a reason. The address stays and says so; what was published can still be read there.
 *
 * @param withdrawal who withdrew it, when and why
 */
public record Withdrawn(Published asPublished, List<Correction> corrections, int version, Step.Withdraw withdrawal)
        implements Publication.Public {

    public Withdrawn {
        corrections = List.copyOf(corrections);
    }

    @Override
    public String condition() {
        return "has been withdrawn";
    }
}
