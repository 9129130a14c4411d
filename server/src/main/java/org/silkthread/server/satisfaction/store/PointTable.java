package org.silkthread.server.satisfaction.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.silkthread.schema.satisfaction.Tables.ADDRESS;
import static org.silkthread.schema.satisfaction.Tables.CLOSING;
import static org.silkthread.schema.satisfaction.Tables.COLLECTION_POINT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.silkthread.schema.satisfaction.tables.Address;
import org.silkthread.server.satisfaction.CollectionPoint;
import org.springframework.stereotype.Repository;

/** The tables of collection points, their addresses and their closing. */
@Repository
public class PointTable {

    private static final Field<Boolean> OPEN = field(
                    notExists(selectOne().from(CLOSING).where(CLOSING.COLLECTION_POINT.eq(COLLECTION_POINT.ID))))
            .as("open");

    private final DSLContext database;

    PointTable(DSLContext database) {
        this.database = database;
    }

    public List<CollectionPoint> of(String organisation) {
        return points(COLLECTION_POINT.ORGANISATION.eq(organisation))
                .orderBy(OPEN.desc(), COLLECTION_POINT.OPENED_AT.desc())
                .fetch(PointTable::point);
    }

    public Optional<CollectionPoint> find(UUID id) {
        return points(COLLECTION_POINT.ID.eq(id)).fetchOptional(PointTable::point);
    }

    /** The point whose newest address has this hash. */
    public Optional<CollectionPoint> byHash(byte[] hash) {
        Address newer = ADDRESS.as("newer");
        return points(COLLECTION_POINT.ID.in(select(ADDRESS.COLLECTION_POINT)
                        .from(ADDRESS)
                        .where(ADDRESS.SECRET_HASH.eq(hash))
                        .and(ADDRESS.ID.eq(select(max(newer.ID))
                                .from(newer)
                                .where(newer.COLLECTION_POINT.eq(ADDRESS.COLLECTION_POINT))))))
                .fetchOptional(PointTable::point);
    }

    public Optional<byte[]> sealedSecret(UUID point) {
        return database.select(ADDRESS.SECRET_SEALED)
                .from(ADDRESS)
                .where(ADDRESS.COLLECTION_POINT.eq(point))
                .orderBy(ADDRESS.ID.desc())
                .limit(1)
                .fetchOptional(ADDRESS.SECRET_SEALED);
    }

    public void add(CollectionPoint point, String by) {
        database.insertInto(COLLECTION_POINT)
                .set(COLLECTION_POINT.ID, point.id())
                .set(COLLECTION_POINT.ORGANISATION, point.organisation())
                .set(COLLECTION_POINT.DEPARTMENT, point.department())
                .set(COLLECTION_POINT.QUESTION, point.question())
                .set(COLLECTION_POINT.OPENED_AT, point.openedAt().atOffset(ZoneOffset.UTC))
                .set(COLLECTION_POINT.OPENED_BY, by)
                .execute();
    }

    public void addAddress(UUID point, byte[] hash, byte[] sealed, Instant now, String by) {
        database.insertInto(ADDRESS)
                .set(ADDRESS.COLLECTION_POINT, point)
                .set(ADDRESS.SECRET_HASH, hash)
                .set(ADDRESS.SECRET_SEALED, sealed)
                .set(ADDRESS.MADE_AT, now.atOffset(ZoneOffset.UTC))
                .set(ADDRESS.MADE_BY, by)
                .execute();
    }

    /** Closes it; false if it was closed before. */
    public boolean close(UUID point, Instant now, String by) {
        return database.insertInto(CLOSING)
                        .set(CLOSING.COLLECTION_POINT, point)
                        .set(CLOSING.CLOSED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(CLOSING.CLOSED_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private SelectConditionStep<Record> points(Condition condition) {
        return database.select(COLLECTION_POINT.fields())
                .select(OPEN)
                .from(COLLECTION_POINT)
                .where(condition);
    }

    private static CollectionPoint point(Record row) {
        return new CollectionPoint(
                row.get(COLLECTION_POINT.ID),
                row.get(COLLECTION_POINT.ORGANISATION),
                row.get(COLLECTION_POINT.DEPARTMENT),
                row.get(COLLECTION_POINT.QUESTION),
                row.get(COLLECTION_POINT.OPENED_AT).toInstant(),
                row.get(OPEN));
    }
}
