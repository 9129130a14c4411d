package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.silkthread.schema.identity.Tables.INVITATION;
import static org.silkthread.schema.identity.Tables.INVITATION_USE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.silkthread.server.identity.Invitations;
import org.springframework.stereotype.Repository;

/** The table of links by which people choose their password. */
@Repository
public class InvitationTable {

    private final DSLContext database;

    InvitationTable(DSLContext database) {
        this.database = database;
    }

    public void add(UUID id, String username, byte[] hash, String by, Instant now, Instant expires) {
        database.insertInto(INVITATION)
                .set(INVITATION.ID, id)
                .set(INVITATION.USERNAME, username)
                .set(INVITATION.TOKEN_HASH, hash)
                .set(INVITATION.MADE_BY, by)
                .set(INVITATION.MADE_AT, now.atOffset(ZoneOffset.UTC))
                .set(INVITATION.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The newest link of its account, not used and not run out. */
    public Optional<Invitations.Valid> valid(byte[] hash, Instant now) {
        var newer = INVITATION.as("newer");
        return database.select(INVITATION.ID, INVITATION.USERNAME)
                .from(INVITATION)
                .where(INVITATION.TOKEN_HASH.eq(hash))
                .and(INVITATION.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .and(INVITATION.MADE_AT.eq(
                        select(max(newer.MADE_AT)).from(newer).where(newer.USERNAME.eq(INVITATION.USERNAME))))
                .and(notExists(selectOne().from(INVITATION_USE).where(INVITATION_USE.INVITATION.eq(INVITATION.ID))))
                .fetchOptional(row -> new Invitations.Valid(row.value1(), row.value2()));
    }

    /** Uses a link up; false if it was before. */
    public boolean use(UUID id, Instant now) {
        return database.insertInto(INVITATION_USE)
                        .set(INVITATION_USE.INVITATION, id)
                        .set(INVITATION_USE.USED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
