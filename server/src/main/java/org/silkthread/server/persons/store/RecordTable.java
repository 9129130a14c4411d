package org.silkthread.server.persons.store;

import static org.silkthread.schema.persons.Tables.ITEM;
import static org.silkthread.schema.persons.Tables.ITEM_VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.silkthread.server.persons.Category;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.RecordItem;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The items of records and their versions. */
@Repository
public class RecordTable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final DSLContext sql;

    RecordTable(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What is kept of an item that an organisation sent before.
     *
     * @param version its newest version
     * @param hash the digest of that version
     */
    public record Known(UUID item, PersonId person, int version, String hash) {}

    public Optional<Known> known(String organisation, String sourceId) {
        return sql.select(ITEM.ID, ITEM.PERSON, ITEM_VERSION.VERSION, ITEM_VERSION.HASH)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM.eq(ITEM.ID))
                .where(ITEM.ORGANISATION.eq(organisation))
                .and(ITEM.SOURCE_ID.eq(sourceId))
                .orderBy(ITEM_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Known(row.value1(), new PersonId(row.value2()), row.value3(), row.value4()));
    }

    public void create(UUID item, PersonId person, String organisation, String sourceId, Instant now) {
        sql.insertInto(ITEM)
                .set(ITEM.ID, item)
                .set(ITEM.PERSON, person.value())
                .set(ITEM.ORGANISATION, organisation)
                .set(ITEM.SOURCE_ID, sourceId)
                .set(ITEM.CREATED_AT, Columns.utc(now))
                .execute();
    }

    public void addVersion(RecordItem item, String hash, String by) {
        sql.insertInto(ITEM_VERSION)
                .set(ITEM_VERSION.ITEM, item.id())
                .set(ITEM_VERSION.VERSION, item.version())
                .set(ITEM_VERSION.PERSON, item.person().value())
                .set(ITEM_VERSION.CATEGORY, item.category().code())
                .set(ITEM_VERSION.HAPPENED_ON, item.happenedOn().orElse(null))
                .set(ITEM_VERSION.TITLE, item.title())
                .set(ITEM_VERSION.AUTHOR, item.author().orElse(null))
                .set(ITEM_VERSION.LABELS, Columns.codes(item.labels()))
                .set(ITEM_VERSION.RESOURCE, JSONB.valueOf(JSON.writeValueAsString(item.resource())))
                .set(ITEM_VERSION.HASH, hash)
                .set(ITEM_VERSION.RECORDED_AT, Columns.utc(item.recordedAt()))
                .set(ITEM_VERSION.RECORDED_BY, by)
                .execute();
    }

    /** The newest version of everything in these records, newest first. */
    public List<RecordItem> of(Collection<PersonId> persons) {
        return newest(
                ITEM_VERSION.PERSON.in(persons.stream().map(PersonId::value).toList()));
    }

    public Optional<RecordItem> find(UUID item, Collection<PersonId> persons) {
        return newest(ITEM_VERSION
                        .ITEM
                        .eq(item)
                        .and(ITEM_VERSION.PERSON.in(
                                persons.stream().map(PersonId::value).toList())))
                .stream()
                .findFirst();
    }

    private List<RecordItem> newest(Condition condition) {
        var newer = ITEM_VERSION.as("newer");
        return sql.select(ITEM_VERSION.asterisk(), ITEM.ORGANISATION)
                .from(ITEM_VERSION)
                .join(ITEM)
                .on(ITEM.ID.eq(ITEM_VERSION.ITEM))
                .where(condition)
                .andNotExists(DSL.selectOne()
                        .from(newer)
                        .where(newer.ITEM.eq(ITEM_VERSION.ITEM).and(newer.VERSION.gt(ITEM_VERSION.VERSION))))
                .orderBy(ITEM_VERSION.HAPPENED_ON.desc().nullsLast(), ITEM_VERSION.ITEM)
                .fetch(RecordTable::item);
    }

    private static RecordItem item(Record row) {
        return new RecordItem(
                row.get(ITEM_VERSION.ITEM),
                new PersonId(row.get(ITEM_VERSION.PERSON)),
                row.get(ITEM_VERSION.VERSION),
                Category.of(row.get(ITEM_VERSION.CATEGORY)).orElseThrow(),
                Optional.ofNullable(row.get(ITEM_VERSION.HAPPENED_ON)),
                row.get(ITEM_VERSION.TITLE),
                row.get(ITEM.ORGANISATION),
                Optional.ofNullable(row.get(ITEM_VERSION.AUTHOR)),
                Columns.labels(row.get(ITEM_VERSION.LABELS)),
                JSON.readTree(row.get(ITEM_VERSION.RESOURCE).data()),
                row.get(ITEM_VERSION.RECORDED_AT).toInstant());
    }
}
