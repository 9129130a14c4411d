package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.silkthread.schema.identity.Tables.ACCOUNT;
import static org.silkthread.schema.identity.Tables.CREDENTIAL;
import static org.silkthread.schema.identity.Tables.SESSION;
import static org.silkthread.schema.identity.Tables.SESSION_END;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.silkthread.server.identity.Sessions;
import org.springframework.stereotype.Repository;

/** The tables of sessions and their ends. */
@Repository
public class SessionTable {

    private final DSLContext database;

    SessionTable(DSLContext database) {
        this.database = database;
    }

    /** Makes setting a password and beginning a session of one account wait for each other. */
    public void lock(String username) {
        database.select(ACCOUNT.USERNAME)
                .from(ACCOUNT)
                .where(ACCOUNT.USERNAME.eq(username))
                .forNoKeyUpdate()
                .fetch();
    }

    public boolean passwordSetAfter(String username, Instant moment) {
        return database.fetchExists(
                CREDENTIAL, CREDENTIAL.USERNAME.eq(username), CREDENTIAL.SET_AT.gt(moment.atOffset(ZoneOffset.UTC)));
    }

    public void add(UUID id, String username, Instant now, String methods, String device, byte[] cookieHash) {
        database.insertInto(SESSION)
                .set(SESSION.ID, id)
                .set(SESSION.USERNAME, username)
                .set(SESSION.BEGUN_AT, now.atOffset(ZoneOffset.UTC))
                .set(SESSION.METHODS, methods)
                .set(SESSION.DEVICE, device)
                .set(SESSION.COOKIE_HASH, cookieHash)
                .execute();
    }

    public List<Sessions.Open> open(String username, Instant begunAfter) {
        return database.selectFrom(SESSION)
                .where(SESSION.USERNAME.eq(username))
                .and(SESSION.BEGUN_AT.gt(begunAfter.atOffset(ZoneOffset.UTC)))
                .and(notEnded())
                .orderBy(SESSION.BEGUN_AT.desc())
                .fetch(row -> new Sessions.Open(
                        row.getId(), row.getBegunAt().toInstant(), row.getMethods(), row.getDevice()));
    }

    public boolean end(String username, UUID session, String reason, Instant now) {
        return endThose(username, SESSION.ID.eq(session), reason, now) == 1;
    }

    public int endAll(String username, Optional<UUID> but, String reason, Instant now) {
        return endThose(username, but.map(SESSION.ID::ne).orElse(noCondition()), reason, now);
    }

    private int endThose(String username, Condition which, String reason, Instant now) {
        return database.insertInto(SESSION_END, SESSION_END.SESSION, SESSION_END.ENDED_AT, SESSION_END.REASON)
                .select(select(SESSION.ID, val(now.atOffset(ZoneOffset.UTC)), val(reason))
                        .from(SESSION)
                        .where(SESSION.USERNAME.eq(username))
                        .and(which)
                        .and(notEnded()))
                .onConflictDoNothing()
                .execute();
    }

    public Optional<String> holder(byte[] cookieHash, Instant begunAfter) {
        return database.select(SESSION.USERNAME)
                .from(SESSION)
                .where(SESSION.COOKIE_HASH.eq(cookieHash))
                .and(SESSION.BEGUN_AT.gt(begunAfter.atOffset(ZoneOffset.UTC)))
                .fetchOptional(SESSION.USERNAME);
    }

    private static Condition notEnded() {
        return notExists(selectOne().from(SESSION_END).where(SESSION_END.SESSION.eq(SESSION.ID)));
    }
}
