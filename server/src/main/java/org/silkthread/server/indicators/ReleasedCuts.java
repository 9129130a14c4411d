package org.silkthread.server.indicators;

import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.disclosure.Audience;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Cuts for readers. A cut is made when words and figures are frozen, weeks before they are published; until then whoever
 * knows or guesses its name finds nothing, except the people whom it was made for.
 */
@Component
public class ReleasedCuts {

    private final Cuts cuts;
    private final ObjectProvider<CutRelease> releases;

    ReleasedCuts(Cuts cuts, ObjectProvider<CutRelease> releases) {
        this.cuts = cuts;
        this.releases = releases;
    }

    /** The cut as a reader may see it; nothing when there is none that the reader may see. */
    public Optional<CutReading> read(UUID id, Audience reader) {
        return isOpenTo(id, reader) ? cuts.read(id, reader) : Optional.empty();
    }

    /** Whether everybody may read the cut. */
    public boolean isPublic(UUID id) {
        return releases.stream().anyMatch(release -> release.isPublic(id));
    }

    private boolean isOpenTo(UUID id, Audience reader) {
        return isPublic(id)
                || switch (reader) {
                    case Audience.Everyone _ -> false;
                    case Audience.Members(var organisations) ->
                        releases.stream().anyMatch(release -> release.isOf(id, organisations));
                };
    }
}
