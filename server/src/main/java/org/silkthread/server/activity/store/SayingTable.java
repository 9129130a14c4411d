package org.silkthread.server.activity.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.silkthread.schema.activity.Tables.MERGE;
import static org.silkthread.schema.activity.Tables.SAYING;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep8;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.silkthread.schema.activity.tables.records.SayingRecord;
import org.silkthread.server.activity.Item;
import org.silkthread.server.activity.Saying;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of what messages say of attendances. */
@Repository
public class SayingTable {

    private static final int TOGETHER = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> ITEMS = new TypeReference<>() {};

    /**
     * A saying with the message that it comes from.
     *
     * @param message its id in the room {@code feeds}
     */
    public record Row(long message, String feed, String organisation, Instant receivedAt, Saying saying) {}

    private final DSLContext database;

    SayingTable(DSLContext database) {
        this.database = database;
    }

    /** Adds rows, in as many statements as the database's number of parameters asks for. */
    public void add(List<Row> rows) {
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            addTogether(rows.subList(from, Math.min(rows.size(), from + TOGETHER)));
        }
    }

    private void addTogether(List<Row> rows) {
        InsertValuesStep8<SayingRecord, Long, String, String, OffsetDateTime, String, OffsetDateTime, String, JSONB>
                insert = database.insertInto(
                        SAYING,
                        SAYING.MESSAGE,
                        SAYING.FEED,
                        SAYING.ORGANISATION,
                        SAYING.RECEIVED_AT,
                        SAYING.ATTENDANCE,
                        SAYING.SENT_AT,
                        SAYING.CONTROL_ID,
                        SAYING.ITEMS);
        for (Row row : rows) {
            insert = insert.values(
                    row.message(),
                    row.feed(),
                    row.organisation(),
                    row.receivedAt().atOffset(ZoneOffset.UTC),
                    row.saying().attendance(),
                    row.saying().sentAt().atOffset(ZoneOffset.UTC),
                    row.saying().controlId(),
                    JSONB.valueOf(json(row.saying().items())));
        }
        insert.execute();
    }

    /**
     * All that was said until a moment of the attendances that something was said of since another.
     *
     * @param from the first moment of receipt that is looked at
     * @param until what was received later is left out
     */
    public List<Heard> received(String feed, Instant from, Instant until) {
        OffsetDateTime last = until.atOffset(ZoneOffset.UTC);
        return database.selectFrom(SAYING)
                .where(SAYING.FEED.eq(feed))
                .and(SAYING.RECEIVED_AT.le(last))
                .and(SAYING.ATTENDANCE.in(selectDistinct(SAYING.ATTENDANCE)
                        .from(SAYING)
                        .where(SAYING.FEED.eq(feed))
                        .and(SAYING.RECEIVED_AT.between(from.atOffset(ZoneOffset.UTC), last))))
                .fetch(SayingTable::heard);
    }

    /**
     * A saying as it was kept.
     *
     * @param id rises in the order in which sayings were kept
     */
    public record Heard(long id, String feed, Instant receivedAt, Saying saying) {}

    /** The id of the newest saying; 0 before the first. */
    public long newest() {
        return database.select(SAYING.ID)
                .from(SAYING)
                .orderBy(SAYING.ID.desc())
                .limit(1)
                .fetchOptional(SAYING.ID)
                .orElse(0L);
    }

    /** When the newest saying of a feed in a stretch of time was received. */
    public Optional<Instant> newest(String feed, Instant from, Instant until) {
        return database.select(SAYING.RECEIVED_AT)
                .from(SAYING)
                .where(SAYING.FEED.eq(feed))
                .and(SAYING.RECEIVED_AT.between(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
                .orderBy(SAYING.RECEIVED_AT.desc())
                .limit(1)
                .fetchOptional(SAYING.RECEIVED_AT)
                .map(OffsetDateTime::toInstant);
    }

    /**
     * The next sayings of some feeds, in the order in which they were kept.
     *
     * @param after the id of the last that is known
     */
    public List<Heard> after(long after, Collection<String> feeds, int atMost) {
        return database.selectFrom(SAYING)
                .where(SAYING.ID.gt(after))
                .and(SAYING.FEED.in(feeds))
                .orderBy(SAYING.ID)
                .limit(atMost)
                .fetch(SayingTable::heard);
    }

    private static Heard heard(SayingRecord row) {
        return new Heard(row.getId(), row.getFeed(), row.getReceivedAt().toInstant(), saying(row));
    }

    /**
     * All that was said until a moment of the attendances that may be a person's: those that name the number, and those of
     * a patient whom a merge gave it to. By feed.
     */
    public Map<String, List<Saying>> ofPerson(String nhsNumber, Instant until) {
        Field<String> number = jsonText(Item.Kind.NHS_NUMBER);
        Field<String> patient = jsonText(Item.Kind.PATIENT);
        return database.selectFrom(SAYING)
                .where(SAYING.RECEIVED_AT.le(until.atOffset(ZoneOffset.UTC)))
                .and(row(SAYING.FEED, SAYING.ATTENDANCE)
                        .in(select(SAYING.FEED, SAYING.ATTENDANCE)
                                .from(SAYING)
                                .where(number.eq(nhsNumber))
                                .union(select(SAYING.FEED, SAYING.ATTENDANCE)
                                        .from(SAYING)
                                        .join(MERGE)
                                        .on(MERGE.FEED.eq(SAYING.FEED))
                                        .and(MERGE.GONE.eq(patient))
                                        .where(MERGE.NHS_NUMBER.eq(nhsNumber)))))
                .fetchGroups(SAYING.FEED, SayingTable::saying);
    }

    /** An item of a saying, written as the indices of the table have it. */
    private static Field<String> jsonText(Item.Kind kind) {
        return field("({0} ->> {1})", String.class, SAYING.ITEMS, inline(kind.name()));
    }

    private static Saying saying(SayingRecord row) {
        Map<Item, Optional<String>> items = new HashMap<>();
        JSON.readValue(row.getItems().data(), ITEMS)
                .forEach((item, text) -> items.put(Item.parse(item), Optional.ofNullable(text)));
        return new Saying(row.getAttendance(), row.getSentAt().toInstant(), row.getControlId(), items);
    }

    private static String json(Map<Item, Optional<String>> items) {
        Map<String, @Nullable String> plain = new TreeMap<>();
        items.forEach((item, text) -> plain.put(item.toString(), text.orElse(null)));
        return JSON.writeValueAsString(plain);
    }
}
