package org.silkthread.server.feeds.store;

import static org.silkthread.schema.feeds.Tables.FEED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.silkthread.schema.feeds.tables.records.FeedRecord;
import org.silkthread.server.feeds.Feed;
import org.springframework.stereotype.Repository;

/** The table of feeds: the newest row of a code counts. */
@Repository
public class FeedTable {

    private final DSLContext database;

    FeedTable(DSLContext database) {
        this.database = database;
    }

    /** All feeds as they are now, by code. */
    public List<Feed> all() {
        return database.selectDistinct(FEED.asterisk())
                .on(FEED.CODE)
                .from(FEED)
                .orderBy(FEED.CODE, FEED.ID.desc())
                .fetchInto(FEED)
                .map(FeedTable::feed);
    }

    public void add(Feed feed, Instant now, String by) {
        database.insertInto(FEED)
                .set(FEED.CODE, feed.code())
                .set(FEED.ORGANISATION, feed.organisation())
                .set(FEED.NAME, feed.name())
                .set(FEED.PROFILE, feed.profile())
                .set(FEED.SILENCE_MINUTES, Math.toIntExact(feed.silence().toMinutes()))
                .set(FEED.PORT, feed.port().isPresent() ? feed.port().getAsInt() : null)
                .set(FEED.OPEN, feed.open())
                .set(FEED.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(FEED.RECORDED_BY, by)
                .execute();
    }

    private static Feed feed(FeedRecord row) {
        Integer port = row.getPort();
        return new Feed(
                row.getCode(),
                row.getOrganisation(),
                row.getName(),
                row.getProfile(),
                Duration.ofMinutes(row.getSilenceMinutes()),
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                row.getOpen());
    }
}
