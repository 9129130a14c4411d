package org.silkthread.server.audit.store;

import static org.silkthread.schema.audit.Tables.ENTRY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.silkthread.schema.audit.tables.records.EntryRecord;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEntry;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.Seal;
import org.silkthread.server.audit.Verification;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of entries, each with the hash of itself and of the one before. */
@Repository
public class AuditChain {

    /** The key of the lock that lets one transaction at a time lengthen the chain: "audit" in ASCII. */
    private static final long LOCK = 0x6175646974L;

    private static final int ROWS_AT_A_TIME = 2_000;

    private final DSLContext database;

    AuditChain(DSLContext database) {
        this.database = database;
    }

    /**
     * An event that is not in the chain yet.
     *
     * @param at when it was done
     */
    public record Pending(AuditEvent event, Instant at) {}

    /**
     * The end of the chain.
     *
     * @param sequence 0 when there is no entry
     * @param hash in hexadecimal
     */
    public record Head(long sequence, String hash) {}

    /**
     * Adds events at the end. The lock is held until the transaction ends, so that nobody builds on an entry that is
     * rolled back afterwards.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Pending> events) {
        if (events.isEmpty()) {
            return;
        }
        Link last = lockedLast();
        for (Pending pending : events) {
            Entry entry = new Entry(
                    last.sequence() + 1, pending.at().truncatedTo(ChronoUnit.MICROS), pending.event(), last.hash());
            insert(entry);
            last = new Link(entry.sequence(), entry.hash());
        }
    }

    /**
     * Keeps the chain as it is until the transaction ends.
     *
     * @return its end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Head lock() {
        Link last = lockedLast();
        return new Head(last.sequence(), HexFormat.of().formatHex(last.hash()));
    }

    private Link lockedLast() {
        database.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.inline(LOCK)))
                .execute();
        return database.select(ENTRY.SEQUENCE, ENTRY.HASH)
                .from(ENTRY)
                .orderBy(ENTRY.SEQUENCE.desc())
                .limit(1)
                .fetchOptional(row -> new Link(row.value1(), row.value2()))
                .orElse(Link.START);
    }

    private void insert(Entry entry) {
        ActorColumns actor = ActorColumns.of(entry.event().actor());
        database.insertInto(ENTRY)
                .set(ENTRY.SEQUENCE, entry.sequence())
                .set(ENTRY.AT, entry.at().atOffset(ZoneOffset.UTC))
                .set(ENTRY.ACTOR_KIND, actor.kind())
                .set(ENTRY.ACTOR, actor.id())
                .set(ENTRY.ACTOR_NAME, actor.name())
                .set(ENTRY.ACTOR_ROLE, actor.role())
                .set(ENTRY.ACTOR_ORGANISATION, actor.organisation())
                .set(ENTRY.ACTION, entry.event().action())
                .set(ENTRY.SUBJECT, entry.event().subject())
                .set(ENTRY.DETAIL, entry.event().detail())
                .set(ENTRY.PERSON, entry.event().person())
                .set(ENTRY.REASON, entry.event().reason())
                .set(ENTRY.PREVIOUS_HASH, entry.previousHash())
                .set(ENTRY.HASH, entry.hash())
                .execute();
    }

    /**
     * Reads all entries in order, a few thousand at a time.
     *
     * @param seals whose signatures hold, in order of the entries they cover
     */
    @Transactional(readOnly = true)
    public Verification verify(List<Seal> seals) {
        ChainInspection inspection = new ChainInspection(seals);
        Optional<Verification.Broken> fault = inspection.sealsHere();
        try (Cursor<EntryRecord> rows = database.selectFrom(ENTRY)
                .orderBy(ENTRY.SEQUENCE)
                .fetchSize(ROWS_AT_A_TIME)
                .fetchLazy()) {
            for (EntryRecord row : rows) {
                if (fault.isPresent()) {
                    break;
                }
                Entry entry = new Entry(row.getSequence(), row.getAt().toInstant(), event(row), row.getPreviousHash());
                fault = inspection.next(entry, row.getHash());
            }
        }
        return fault.<Verification>map(broken -> broken).orElseGet(inspection::end);
    }

    public List<AuditEntry> about(String person, int limit) {
        return read(ENTRY.PERSON.eq(person).and(ENTRY.PERSON.ne("")), limit);
    }

    public List<AuditEntry> of(String subject) {
        return read(ENTRY.SUBJECT.eq(subject), Integer.MAX_VALUE);
    }

    public List<AuditEntry> by(String username, int limit) {
        return read(ENTRY.ACTOR_KIND.eq(ActorColumns.PERSON).and(ENTRY.ACTOR.eq(username)), limit);
    }

    public List<AuditEntry> latest(int limit) {
        return read(DSL.noCondition(), limit);
    }

    private List<AuditEntry> read(Condition condition, int limit) {
        return database.selectFrom(ENTRY)
                .where(condition)
                .orderBy(ENTRY.SEQUENCE.desc())
                .limit(limit)
                .fetch(row -> new AuditEntry(
                        row.getSequence(),
                        row.getAt().toInstant(),
                        event(row),
                        HexFormat.of().formatHex(row.getHash())));
    }

    private static AuditEvent event(EntryRecord row) {
        Actor actor = new ActorColumns(
                        row.getActorKind(),
                        row.getActor(),
                        row.getActorName(),
                        row.getActorRole(),
                        row.getActorOrganisation())
                .actor();
        return new AuditEvent(
                actor, row.getAction(), row.getSubject(), row.getDetail(), row.getPerson(), row.getReason());
    }
}
