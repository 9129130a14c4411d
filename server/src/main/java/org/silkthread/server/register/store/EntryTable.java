package org.silkthread.server.register.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.rowNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.silkthread.schema.register.Tables;
import org.silkthread.server.register.Content;
import org.silkthread.server.register.ContentException;
import org.silkthread.server.register.ContentKind;
import org.silkthread.server.register.Entry;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of all versions of all entries. */
@Repository
public class EntryTable {

    /** The key of the lock that lets one server at a time take in content: "content" in ASCII. */
    private static final long LOCK = 0x636f6e74656e74L;

    /** Under a name without its schema, by which a query over a query can also call its columns. */
    private static final org.silkthread.schema.register.tables.Entry ENTRY = Tables.ENTRY.as("entry");

    private static final Field<LocalDate> NEXT_FROM = DSL.field("next_from", SQLDataType.LOCALDATE);
    private static final Field<LocalDate> LAST_DAY = DSL.field("last_day", SQLDataType.LOCALDATE);
    private static final Field<Integer> RANK = DSL.field("rank", SQLDataType.INTEGER);

    private final DSLContext database;
    private final ContentJson json = new ContentJson();

    /** A row never changes, so what was read from it once need not be read again. */
    private final Map<Long, Content> contents = new ConcurrentHashMap<>();

    EntryTable(DSLContext database) {
        this.database = database;
    }

    /**
     * Adds the versions that are not held yet.
     *
     * @return how many that were
     * @throws ContentException if a version is held with other content
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends java.lang.Record & Content> int add(ContentKind<T> kind, List<Loaded<T>> added, Instant now) {
        database.select(DSL.function("pg_advisory_xact_lock", Object.class, inline(LOCK)))
                .execute();
        Map<Version, String> held = database.select(ENTRY.KEY, ENTRY.VERSION, ENTRY.CONTENT_HASH)
                .from(ENTRY)
                .where(ENTRY.KIND.eq(kind.name()))
                .fetchMap(row -> new Version(row.value1(), row.value2()), row -> row.value3());
        int count = 0;
        for (Loaded<T> entry : added) {
            Version version = new Version(entry.content().id(), entry.content().version());
            String heldHash = held.get(version);
            if (heldHash == null) {
                insert(kind, entry, now);
                held.put(version, entry.hash());
                count++;
            } else if (!heldHash.equals(entry.hash())) {
                throw new ContentException(entry.place() + ": " + kind.name() + " '" + version.key() + "' version "
                        + version.number() + " is already held with other content. A version that has been loaded is"
                        + " kept as it was: give the changed content version " + (version.number() + 1)
                        + " and the date it takes effect.");
            }
        }
        return count;
    }

    private record Version(String key, int number) {}

    private <T extends java.lang.Record & Content> void insert(ContentKind<T> kind, Loaded<T> entry, Instant now) {
        T content = entry.content();
        database.insertInto(Tables.ENTRY)
                .set(ENTRY.KIND, kind.name())
                .set(ENTRY.KEY, content.id())
                .set(ENTRY.VERSION, content.version())
                .set(ENTRY.STATUS, content.status())
                .set(ENTRY.OWNER, content.owner())
                .set(ENTRY.EFFECTIVE_FROM, content.effectiveFrom())
                .set(ENTRY.EFFECTIVE_TO, content.effectiveTo().orElse(null))
                .set(ENTRY.CONTENT, JSONB.valueOf(entry.json()))
                .set(ENTRY.CONTENT_HASH, entry.hash())
                .set(ENTRY.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Of each key, or of the one given, the newest version that has begun on {@code date}, unless it has ended. */
    public <T extends java.lang.Record & Content> List<Entry<T>> asAt(
            ContentKind<T> kind, Optional<String> key, LocalDate date, Instant known) {
        Condition wanted = ENTRY.KIND
                .eq(kind.name())
                .and(key.map(ENTRY.KEY::eq).orElseGet(DSL::noCondition))
                .and(ENTRY.RECORDED_AT.le(known.atOffset(ZoneOffset.UTC)));
        Table<?> ranked = versions(wanted, ENTRY.EFFECTIVE_FROM.le(date));
        return read(
                kind,
                ranked,
                RANK.eq(1)
                        .and(coalesce(LAST_DAY, inline(LocalDate.of(9999, 12, 31)))
                                .ge(date)));
    }

    /** Every version of every key, in the order of the keys, newest first. */
    public <T extends java.lang.Record & Content> List<Entry<T>> histories(ContentKind<T> kind) {
        return read(kind, versions(ENTRY.KIND.eq(kind.name()), DSL.noCondition()), DSL.noCondition());
    }

    /** Every version of a key, newest first. */
    public <T extends java.lang.Record & Content> List<Entry<T>> history(ContentKind<T> kind, String key) {
        Condition wanted = ENTRY.KIND.eq(kind.name()).and(ENTRY.KEY.eq(key));
        return read(kind, versions(wanted, DSL.noCondition()), DSL.noCondition());
    }

    /**
     * The wanted versions, each with its last day. A version ends the day before the earliest beginning of any newer
     * one, even of one that is itself not counted among the {@code begun}.
     */
    private Table<?> versions(Condition wanted, Condition begun) {
        var newer = DSL.partitionBy(ENTRY.KEY)
                .orderBy(ENTRY.VERSION.desc())
                .rowsBetweenUnboundedPreceding()
                .andPreceding(1);
        Table<?> withNext = database.select(ENTRY.fields())
                .select(min(ENTRY.EFFECTIVE_FROM).over(newer).as(NEXT_FROM))
                .from(ENTRY)
                .where(wanted)
                .asTable(ENTRY.getName());
        return database.select(withNext.fields())
                .select(least(ENTRY.EFFECTIVE_TO, NEXT_FROM.minus(1)).as(LAST_DAY))
                .select(rowNumber()
                        .over(DSL.partitionBy(ENTRY.KEY).orderBy(ENTRY.VERSION.desc()))
                        .as(RANK))
                .from(withNext)
                .where(begun)
                .asTable(ENTRY.getName());
    }

    private <T extends java.lang.Record & Content> List<Entry<T>> read(
            ContentKind<T> kind, Table<?> versions, Condition condition) {
        return database.select(versions.fields())
                .from(versions)
                .where(condition)
                .orderBy(ENTRY.KEY, ENTRY.VERSION.desc())
                .fetch(row -> entry(kind, row));
    }

    private <T extends java.lang.Record & Content> Entry<T> entry(ContentKind<T> kind, Record row) {
        OffsetDateTime recordedAt = row.get(ENTRY.RECORDED_AT);
        return new Entry<>(
                row.get(ENTRY.KEY),
                row.get(ENTRY.VERSION),
                row.get(ENTRY.STATUS),
                row.get(ENTRY.OWNER),
                row.get(ENTRY.EFFECTIVE_FROM),
                Optional.ofNullable(row.get(LAST_DAY)),
                content(kind, row),
                row.get(ENTRY.CONTENT_HASH),
                recordedAt.toInstant());
    }

    private <T extends java.lang.Record & Content> T content(ContentKind<T> kind, Record row) {
        Content held = contents.get(row.get(ENTRY.ID));
        if (kind.type().isInstance(held)) {
            return kind.type().cast(held);
        }
        T read = json.stored(row.get(ENTRY.CONTENT).data(), kind.type());
        contents.put(row.get(ENTRY.ID), read);
        return read;
    }
}
