package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.silkthread.schema.identity.Tables.ACCOUNT;
import static org.silkthread.schema.identity.Tables.ACCOUNT_STATUS;
import static org.silkthread.schema.identity.Tables.CREDENTIAL;
import static org.silkthread.schema.identity.Tables.HELD_POST;
import static org.silkthread.schema.identity.Tables.POST;
import static org.silkthread.schema.identity.Tables.SESSION;
import static org.silkthread.schema.identity.Tables.SESSION_END;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Repository;

/** The tables of accounts, passwords and posts. */
@Repository
public class AccountTable {

    private final DSLContext database;

    AccountTable(DSLContext database) {
        this.database = database;
    }

    public boolean exists(String username) {
        return database.fetchExists(ACCOUNT, ACCOUNT.USERNAME.eq(username));
    }

    public void add(String username, String name, Instant now) {
        database.insertInto(ACCOUNT)
                .set(ACCOUNT.USERNAME, username)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void addCredential(String username, String passwordHash, Instant now) {
        database.insertInto(CREDENTIAL)
                .set(CREDENTIAL.USERNAME, username)
                .set(CREDENTIAL.PASSWORD_HASH, passwordHash)
                .set(CREDENTIAL.SET_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void setOpen(String username, boolean open, Instant now) {
        database.insertInto(ACCOUNT_STATUS)
                .set(ACCOUNT_STATUS.USERNAME, username)
                .set(ACCOUNT_STATUS.OPEN, open)
                .set(ACCOUNT_STATUS.SET_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Begins a post unless it is held already. */
    public void begin(String username, Post post, Instant now) {
        database.insertInto(POST)
                .set(POST.USERNAME, username)
                .set(POST.ROLE, post.role().name())
                .set(POST.ORGANISATION, post.organisation())
                .set(POST.BEGUN_AT, now.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    /** Ends a post if it is held. */
    public void end(String username, Post post, Instant now) {
        database.update(POST)
                .set(POST.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(POST.USERNAME.eq(username))
                .and(POST.ROLE.eq(post.role().name()))
                .and(POST.ORGANISATION.eq(post.organisation()))
                .and(POST.ENDED_AT.isNull())
                .execute();
    }

    /** The newest password hash of an open account. */
    public Optional<String> passwordHash(String username) {
        return database.select(CREDENTIAL.PASSWORD_HASH)
                .from(CREDENTIAL)
                .join(ACCOUNT)
                .on(ACCOUNT.USERNAME.eq(CREDENTIAL.USERNAME))
                .where(CREDENTIAL.USERNAME.eq(username))
                .and(isOpen())
                .orderBy(CREDENTIAL.ID.desc())
                .limit(1)
                .fetchOptional(CREDENTIAL.PASSWORD_HASH);
    }

    /** The holder of an open account with the posts held now. */
    public Optional<SignedIn> find(String username) {
        return find(username, noCondition());
    }

    /** The same if this is a session of theirs that has not been ended; one query, because every request asks. */
    public Optional<SignedIn> find(String username, UUID session) {
        return find(
                username,
                DSL.exists(selectOne()
                                .from(SESSION)
                                .where(SESSION.ID.eq(session))
                                .and(SESSION.USERNAME.eq(ACCOUNT.USERNAME)))
                        .andNotExists(selectOne().from(SESSION_END).where(SESSION_END.SESSION.eq(session))));
    }

    private Optional<SignedIn> find(String username, Condition further) {
        var rows = database.select(ACCOUNT.NAME, HELD_POST.ROLE, HELD_POST.ORGANISATION)
                .from(ACCOUNT)
                .leftJoin(HELD_POST)
                .on(HELD_POST.USERNAME.eq(ACCOUNT.USERNAME))
                .where(ACCOUNT.USERNAME.eq(username))
                .and(isOpen())
                .and(further)
                .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<Post> posts = new HashSet<>();
        for (var row : rows) {
            if (row.value2() != null) {
                posts.add(new Post(Role.valueOf(row.value2()), row.value3()));
            }
        }
        return Optional.of(new SignedIn(username, rows.getFirst().value1(), posts));
    }

    private static Condition isOpen() {
        return coalesce(
                        field(select(ACCOUNT_STATUS.OPEN)
                                .from(ACCOUNT_STATUS)
                                .where(ACCOUNT_STATUS.USERNAME.eq(ACCOUNT.USERNAME))
                                .orderBy(ACCOUNT_STATUS.ID.desc())
                                .limit(1)),
                        inline(true))
                .isTrue();
    }
}
