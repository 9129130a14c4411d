package org.silkthread.server.identity.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.identity.Sessions;
import org.silkthread.server.web.Wording;

/**
 * A session as its owner's page shows it.
 *
 * @param since when it began, in words
 * @param own whether it is the one that the page is read in
 */
public record SessionLine(UUID id, String device, String since, boolean own) {

    private static final ZoneId UK = ZoneId.of("Europe/London");

    static SessionLine of(Sessions.Open open, Optional<UUID> own) {
        ZonedDateTime begun = open.begun().atZone(UK);
        return new SessionLine(
                open.id(),
                open.device(),
                Wording.date(begun.toLocalDate()) + " at "
                        + Wording.time(begun.toLocalTime().withSecond(0).withNano(0)),
                own.filter(open.id()::equals).isPresent());
    }
}
