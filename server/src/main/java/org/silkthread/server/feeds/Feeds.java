package org.silkthread.server.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.feeds.store.FeedTable;
import org.silkthread.server.feeds.store.MessageTable;
import org.springframework.stereotype.Component;

/** The register of feeds, and when each last brought something. */
@Component
public class Feeds {

    private final FeedTable table;
    private final MessageTable messages;
    private final Readers readers;

    Feeds(FeedTable table, MessageTable messages, Readers readers) {
        this.table = table;
        this.messages = messages;
        this.readers = readers;
    }

    /** All feeds as they are now, by code. */
    public List<Feed> all() {
        return table.all();
    }

    public Optional<Feed> find(String code) {
        return all().stream().filter(feed -> feed.code().equals(code)).findFirst();
    }

    /** In what form its messages are written. */
    public MessageFormat format(Feed feed) {
        return readers.format(feed.profile());
    }

    /** When the newest message that could be read came; empty if none ever did. Says nothing about anybody. */
    public Optional<Instant> newest(Feed feed) {
        return messages.newest(feed.code());
    }
}
