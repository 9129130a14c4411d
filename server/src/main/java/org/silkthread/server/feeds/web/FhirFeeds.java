package org.silkthread.server.feeds.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.feeds.MessageFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which feed a request with FHIR resources belongs to. */
@Component
class FhirFeeds {

    private final Gatekeeper gatekeeper;
    private final Feeds feeds;

    FhirFeeds(Gatekeeper gatekeeper, Feeds feeds) {
        this.gatekeeper = gatekeeper;
        this.feeds = feeds;
    }

    /**
     * The feed that a request names, or else the only one that its sender may send to.
     *
     * @param named empty if the request names none
     * @throws NotKept if there is no such feed, or more than one
     */
    Feed of(String named) throws NotKept {
        gatekeeper.requireAtAll(Action.SEND_MESSAGES);
        List<Feed> mine = feeds.all().stream()
                .filter(feed -> feed.open() && feeds.format(feed) == MessageFormat.FHIR_R4)
                .filter(feed -> gatekeeper.allows(Action.SEND_MESSAGES, Resource.ofOrganisation(feed.organisation())))
                .toList();
        if (named.isEmpty() && mine.size() > 1) {
            throw new NotKept(
                    HttpStatus.BAD_REQUEST,
                    "required",
                    "Your organisation has several feeds of FHIR resources. Name one in the header Silkthread-Feed: "
                            + String.join(", ", mine.stream().map(Feed::code).toList()) + ".");
        }
        Optional<Feed> found = mine.stream()
                .filter(feed -> named.isEmpty() || feed.code().equals(named))
                .findFirst();
        return found.orElseThrow(() -> new NotKept(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no open feed of FHIR resources of this name that you may send to. An operator opens one with"
                        + " silk import feeds."));
    }
}
