package org.silkthread.server.feeds.store;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.silkthread.schema.feeds.Tables.MESSAGE;
import static org.silkthread.schema.feeds.Tables.OUTCOME;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep10;
import org.silkthread.schema.feeds.tables.records.MessageRecord;
import org.springframework.stereotype.Repository;

/** The table of messages and of what became of those that could not be read. */
@Repository
public class MessageTable {

    /**
     * What makes a message that one and no other. Equal by the bytes of the digest.
     *
     * @param controlId the sender's number; empty for none
     */
    public record Name(String feed, String controlId, ByteBuffer digest) {

        public Name(String feed, String controlId, byte[] digest) {
            this(feed, controlId, ByteBuffer.wrap(digest.clone()).asReadOnlyBuffer());
        }

        byte[] bytes() {
            byte[] bytes = new byte[digest.remaining()];
            digest.duplicate().get(bytes);
            return bytes;
        }
    }

    /**
     * A message.
     *
     * @param refused why it cannot be read
     * @param mends the refused message that it stands for
     */
    public record Row(
            Name name,
            String organisation,
            Instant receivedAt,
            String kind,
            Optional<Instant> sentAt,
            byte[] content,
            Optional<String> refused,
            Optional<Long> mends) {}

    /**
     * A message that waits for a person.
     *
     * @param why it was refused
     */
    public record Waiting(long id, String feed, String organisation, Instant receivedAt, String kind, String why) {}

    private final DSLContext database;

    MessageTable(DSLContext database) {
        this.database = database;
    }

    /**
     * Adds messages in their order.
     *
     * @return the ids of those that are new
     */
    public Map<Name, Long> add(List<Row> rows) {
        InsertValuesStep10<
                        MessageRecord,
                        String,
                        String,
                        java.time.OffsetDateTime,
                        String,
                        String,
                        java.time.OffsetDateTime,
                        byte[],
                        byte[],
                        String,
                        Long>
                insert = database.insertInto(
                        MESSAGE,
                        MESSAGE.FEED,
                        MESSAGE.ORGANISATION,
                        MESSAGE.RECEIVED_AT,
                        MESSAGE.CONTROL_ID,
                        MESSAGE.KIND,
                        MESSAGE.SENT_AT,
                        MESSAGE.DIGEST,
                        MESSAGE.CONTENT,
                        MESSAGE.REFUSED,
                        MESSAGE.MENDS);
        for (Row row : rows) {
            insert = insert.values(
                    row.name().feed(),
                    row.organisation(),
                    row.receivedAt().atOffset(ZoneOffset.UTC),
                    row.name().controlId(),
                    row.kind(),
                    row.sentAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                    row.name().bytes(),
                    row.content(),
                    row.refused().orElse(null),
                    row.mends().orElse(null));
        }
        Map<Name, Long> ids = new HashMap<>();
        insert.onConflictDoNothing()
                .returning(MESSAGE.ID, MESSAGE.FEED, MESSAGE.CONTROL_ID, MESSAGE.DIGEST)
                .fetch()
                .forEach(row -> ids.put(new Name(row.getFeed(), row.getControlId(), row.getDigest()), row.getId()));
        return ids;
    }

    /** When the newest message of a feed that could be read came. */
    public Optional<Instant> newest(String feed) {
        return database.select(MESSAGE.RECEIVED_AT)
                .from(MESSAGE)
                .where(MESSAGE.FEED.eq(feed))
                .and(MESSAGE.REFUSED.isNull())
                .orderBy(MESSAGE.RECEIVED_AT.desc())
                .limit(1)
                .fetchOptional(MESSAGE.RECEIVED_AT)
                .map(java.time.OffsetDateTime::toInstant);
    }

    /** The messages of a feed that wait for a person, oldest first. */
    public List<Waiting> waiting(String feed, int limit) {
        return database.select(MESSAGE.fields())
                .from(MESSAGE)
                .where(waits(feed))
                .orderBy(MESSAGE.ID)
                .limit(limit)
                .fetchInto(MESSAGE)
                .map(MessageTable::waiting);
    }

    /** One of them. */
    public Optional<Waiting> waiting(String feed, long id) {
        return database.selectFrom(MESSAGE)
                .where(waits(feed))
                .and(MESSAGE.ID.eq(id))
                .fetchOptional(MessageTable::waiting);
    }

    /** How many messages of a feed wait. */
    public long countWaiting(String feed) {
        return database.fetchCount(MESSAGE, waits(feed));
    }

    private static Condition waits(String feed) {
        return MESSAGE.FEED
                .eq(feed)
                .and(MESSAGE.REFUSED.isNotNull())
                // Of an attempt to mend that failed, the message that it was for goes on waiting.
                .and(MESSAGE.MENDS.isNull())
                .and(notExists(selectOne().from(OUTCOME).where(OUTCOME.MESSAGE.eq(MESSAGE.ID))));
    }

    /** Notes that another message stands for a refused one, unless something else became of it already. */
    public void mended(long refused, Name by, Instant now, String person) {
        database.insertInto(OUTCOME)
                .set(OUTCOME.MESSAGE, refused)
                .set(
                        OUTCOME.MENDED_BY,
                        select(MESSAGE.ID)
                                .from(MESSAGE)
                                .where(MESSAGE.FEED.eq(by.feed()))
                                .and(MESSAGE.CONTROL_ID.eq(by.controlId()))
                                .and(MESSAGE.DIGEST.eq(by.bytes())))
                .set(OUTCOME.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(OUTCOME.RECORDED_BY, person)
                .onConflictDoNothing()
                .execute();
    }

    private static Waiting waiting(MessageRecord row) {
        return new Waiting(
                row.getId(),
                row.getFeed(),
                row.getOrganisation(),
                row.getReceivedAt().toInstant(),
                row.getKind(),
                row.getRefused());
    }

    /** What a message says, for a person who mends it. */
    public Optional<byte[]> content(long id) {
        return database.select(MESSAGE.CONTENT)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(id))
                .fetchOptional(MESSAGE.CONTENT);
    }

    /** Notes that a refused message was set aside; false if something else became of it already. */
    public boolean setAside(long id, String why, Instant now, String by) {
        return database.insertInto(OUTCOME)
                        .set(OUTCOME.MESSAGE, id)
                        .set(OUTCOME.SET_ASIDE, why)
                        .set(OUTCOME.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(OUTCOME.RECORDED_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
