package org.silkthread.server.identity.store;

import static org.silkthread.schema.identity.Tables.KEPT_FORM;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of forms that were sent after a session had ended. */
@Repository
public class KeptFormTable {

    /** A row. */
    public record Row(UUID id, byte[] content, Instant at) {}

    private final DSLContext database;

    KeptFormTable(DSLContext database) {
        this.database = database;
    }

    public void add(UUID id, String username, byte[] content, Instant now) {
        database.insertInto(KEPT_FORM)
                .set(KEPT_FORM.ID, id)
                .set(KEPT_FORM.USERNAME, username)
                .set(KEPT_FORM.CONTENT, content)
                .set(KEPT_FORM.KEPT_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public Optional<Row> newest(String username, Instant notBefore) {
        return database.selectFrom(KEPT_FORM)
                .where(KEPT_FORM.USERNAME.eq(username))
                .and(KEPT_FORM.KEPT_AT.ge(notBefore.atOffset(ZoneOffset.UTC)))
                .orderBy(KEPT_FORM.KEPT_AT.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Row(row.getId(), row.getContent(), row.getKeptAt().toInstant()));
    }

    public void deleteOf(String username) {
        database.deleteFrom(KEPT_FORM).where(KEPT_FORM.USERNAME.eq(username)).execute();
    }

    /** How many rows went. */
    public int deleteBefore(Instant moment) {
        return database.deleteFrom(KEPT_FORM)
                .where(KEPT_FORM.KEPT_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
