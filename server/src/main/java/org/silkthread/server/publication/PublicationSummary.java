package org.silkthread.server.publication;

import java.time.Instant;
import java.util.Optional;

/**
 * A publication as a list shows it.
 *
 * @param stage where it stands
 * @param publishedAt the instant from which it was public, when it is or was
 * @param corrections how many corrections stand beside it
 */
public record PublicationSummary(
        PublicationId id, String title, Stage stage, Optional<Instant> publishedAt, int corrections) {

    /** The states without what they hold. */
    public enum Stage {
        DRAFT,
        FROZEN,
        SIGNED_OFF,
        PUBLISHED,
        CORRECTED,
        WITHDRAWN;

        /** Whether the public may know of it. */
        public boolean isPublic() {
            return this == PUBLISHED || this == CORRECTED || this == WITHDRAWN;
        }
    }
}
