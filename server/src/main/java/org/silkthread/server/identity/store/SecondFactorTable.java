package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.silkthread.schema.identity.Tables.AUTHENTICATOR;
import static org.silkthread.schema.identity.Tables.AUTHENTICATOR_USE;
import static org.silkthread.schema.identity.Tables.RECOVERY_CODE;
import static org.silkthread.schema.identity.Tables.RECOVERY_CODE_USE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The tables of authenticator apps and recovery codes. */
@Repository
public class SecondFactorTable {

    private final DSLContext database;

    SecondFactorTable(DSLContext database) {
        this.database = database;
    }

    /** The sealed secret of the app that counts; empty if there is none. */
    public Optional<byte[]> secret(String username) {
        return database.select(AUTHENTICATOR.SECRET)
                .from(AUTHENTICATOR)
                .where(AUTHENTICATOR.USERNAME.eq(username))
                .orderBy(AUTHENTICATOR.ID.desc())
                .limit(1)
                .fetchOptional(AUTHENTICATOR.SECRET);
    }

    public void add(String username, Optional<byte[]> sealedSecret, Instant now) {
        database.insertInto(AUTHENTICATOR)
                .set(AUTHENTICATOR.USERNAME, username)
                .set(AUTHENTICATOR.SECRET, sealedSecret.orElse(null))
                .set(AUTHENTICATOR.SET_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Notes that the code of these thirty seconds was used; false if it was before. */
    public boolean use(String username, long step, Instant now) {
        return database.insertInto(AUTHENTICATOR_USE)
                        .set(AUTHENTICATOR_USE.USERNAME, username)
                        .set(AUTHENTICATOR_USE.TIME_STEP, step)
                        .set(AUTHENTICATOR_USE.USED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public void addCodes(String username, List<byte[]> hashes, Instant now) {
        var insert = database.insertInto(
                RECOVERY_CODE, RECOVERY_CODE.USERNAME, RECOVERY_CODE.MADE_AT, RECOVERY_CODE.CODE_HASH);
        for (byte[] hash : hashes) {
            insert = insert.values(username, now.atOffset(ZoneOffset.UTC), hash);
        }
        insert.execute();
    }

    /** Uses a code of the newest set up; false if there is none with this hash that was not used. */
    public boolean useCode(String username, byte[] hash, Instant now) {
        return database.insertInto(RECOVERY_CODE_USE, RECOVERY_CODE_USE.RECOVERY_CODE, RECOVERY_CODE_USE.USED_AT)
                        .select(select(RECOVERY_CODE.ID, org.jooq.impl.DSL.val(now.atOffset(ZoneOffset.UTC)))
                                .from(RECOVERY_CODE)
                                .where(unused(username))
                                .and(RECOVERY_CODE.CODE_HASH.eq(hash)))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public int codesLeft(String username) {
        return database.fetchCount(RECOVERY_CODE, unused(username));
    }

    private static Condition unused(String username) {
        var newer = RECOVERY_CODE.as("newer");
        return RECOVERY_CODE
                .USERNAME
                .eq(username)
                .and(RECOVERY_CODE.MADE_AT.eq(
                        select(max(newer.MADE_AT)).from(newer).where(newer.USERNAME.eq(username))))
                .and(notExists(selectOne()
                        .from(RECOVERY_CODE_USE)
                        .where(RECOVERY_CODE_USE.RECOVERY_CODE.eq(RECOVERY_CODE.ID))));
    }
}
