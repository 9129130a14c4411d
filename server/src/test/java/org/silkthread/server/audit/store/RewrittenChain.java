package org.silkthread.server.audit.store;

import static org.silkthread.schema.audit.Tables.ENTRY;

import org.jooq.DSLContext;
import org.silkthread.schema.audit.tables.records.EntryRecord;
import org.silkthread.server.audit.AuditEvent;

/** What somebody does who has all rights over the database and knows how hashes are made. */
public final class RewrittenChain {

    private RewrittenChain() {}

    /** Changes the detail of one entry and makes every hash from there on fit again. */
    public static void from(DSLContext database, long sequence, String detail) {
        byte[] previous = null;
        for (EntryRecord row :
                database.selectFrom(ENTRY).where(ENTRY.SEQUENCE.ge(sequence)).orderBy(ENTRY.SEQUENCE)) {
            AuditEvent event = new AuditEvent(
                    new ActorColumns(
                                    row.getActorKind(),
                                    row.getActor(),
                                    row.getActorName(),
                                    row.getActorRole(),
                                    row.getActorOrganisation())
                            .actor(),
                    row.getAction(),
                    row.getSubject(),
                    row.getSequence() == sequence ? detail : row.getDetail(),
                    row.getPerson(),
                    row.getReason());
            byte[] before = previous == null ? row.getPreviousHash() : previous;
            byte[] hash = new Entry(row.getSequence(), row.getAt().toInstant(), event, before).hash();
            database.update(ENTRY)
                    .set(ENTRY.DETAIL, event.detail())
                    .set(ENTRY.PREVIOUS_HASH, before)
                    .set(ENTRY.HASH, hash)
                    .where(ENTRY.SEQUENCE.eq(row.getSequence()))
                    .execute();
            previous = hash;
        }
    }
}
