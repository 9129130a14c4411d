package org.silkthread.server.feeds;

import java.time.Instant;
import java.util.Set;

/**
 * Messages were kept and read; sent after the commit.
 *
 * @param feeds the codes of the feeds that they came by
 * @param latest when the last of them was received
 */
public record MessagesKept(Set<String> feeds, Instant latest) {

    public MessagesKept {
        feeds = Set.copyOf(feeds);
    }
}
