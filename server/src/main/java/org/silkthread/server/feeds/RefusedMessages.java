package org.silkthread.server.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.feeds.store.MessageTable;
import org.silkthread.server.feeds.store.MessageTable.Waiting;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of messages that could not be read: a person reads one, mends it and has it read again, or sets it aside and
 * says why. Nothing is ever deleted. The database shows a message to the operators of its organisation alone.
 */
@Service
public class RefusedMessages {

    private static final int LONGEST_QUEUE = 200;

    private final MessageTable table;
    private final Inbox inbox;
    private final Feeds feeds;
    private final AuditTrail audit;
    private final Clock clock;

    RefusedMessages(MessageTable table, Inbox inbox, Feeds feeds, AuditTrail audit, Clock clock) {
        this.table = table;
        this.inbox = inbox;
        this.feeds = feeds;
        this.audit = audit;
        this.clock = clock;
    }

    /** The oldest messages of a feed that wait, at most 200. */
    public List<Waiting> waiting(Feed feed) {
        return table.waiting(feed.code(), LONGEST_QUEUE);
    }

    /** How many wait. */
    public long count(Feed feed) {
        return table.countWaiting(feed.code());
    }

    /** One that waits. */
    public Optional<Waiting> find(Feed feed, long id) {
        return table.waiting(feed.code(), id);
    }

    /** What a message says, in lines. It names people, so that somebody read it is recorded. */
    @Transactional
    public String read(Feed feed, Waiting message, SignedIn reader) {
        audit.record(new AuditEvent(reader.actor(), "feeds.read-refused", subject(message), "feed " + message.feed()));
        return feeds.format(feed)
                .forPeople(Incoming.text(table.content(message.id()).orElseThrow()));
    }

    /**
     * Has a mended message read in the place of the refused one.
     *
     * @return what became of it; the refused one goes on waiting unless it was taken
     */
    public Receipt mend(Feed feed, Waiting message, String text, SignedIn by) {
        try {
            Receipt receipt = inbox.mend(
                            feed,
                            feeds.format(feed).fromPeople(text).getBytes(StandardCharsets.UTF_8),
                            new Mending(message.id(), by.username()))
                    .get();
            if (!(receipt instanceof Receipt.Refused)) {
                audit.record(new AuditEvent(by.actor(), "feeds.mend", subject(message), "feed " + message.feed()));
            }
            return receipt;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The message could not be kept", e);
        }
    }

    /** Sets a message aside; false if something became of it already. */
    @Transactional
    public boolean setAside(Waiting message, String why, SignedIn by) {
        boolean done = table.setAside(message.id(), why, clock.instant(), by.username());
        if (done) {
            audit.record(new AuditEvent(by.actor(), "feeds.set-aside", subject(message), "feed " + message.feed()));
        }
        return done;
    }

    private static String subject(Waiting message) {
        return "message/" + message.id();
    }
}
