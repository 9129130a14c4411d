package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.silkthread.schema.identity.Tables.API_TOKEN;
import static org.silkthread.schema.identity.Tables.API_TOKEN_REVOCATION;
import static org.silkthread.schema.identity.Tables.API_TOKEN_USE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.silkthread.server.identity.ApiToken;
import org.silkthread.server.identity.TokenScope;
import org.springframework.stereotype.Repository;

/** The tables of API tokens. */
@Repository
public class ApiTokenTable {

    private static final int LISTED = 100;

    private static final Field<LocalDate> LAST_USED = field(
                    select(max(API_TOKEN_USE.DAY)).from(API_TOKEN_USE).where(API_TOKEN_USE.TOKEN.eq(API_TOKEN.ID)))
            .as("last_used");

    private final DSLContext database;

    ApiTokenTable(DSLContext database) {
        this.database = database;
    }

    /** What is known of a token before it has a number. */
    public record NewToken(String owner, String name, List<TokenScope> scopes, Instant createdAt, Instant expiresAt) {

        private ApiToken numbered(long id) {
            return new ApiToken(id, owner, name, scopes, createdAt, expiresAt, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Adds a token.
     *
     * @param secretDigest the SHA-256 of its secret
     */
    public ApiToken add(NewToken token, byte[] secretDigest) {
        Long id = database.insertInto(API_TOKEN)
                .set(API_TOKEN.USERNAME, token.owner())
                .set(API_TOKEN.NAME, token.name())
                .set(API_TOKEN.SECRET, secretDigest)
                .set(
                        API_TOKEN.SCOPES,
                        token.scopes().stream().map(TokenScope::text).collect(Collectors.joining(" ")))
                .set(API_TOKEN.CREATED_AT, token.createdAt().atOffset(ZoneOffset.UTC))
                .set(API_TOKEN.EXPIRES_AT, token.expiresAt().atOffset(ZoneOffset.UTC))
                .returningResult(API_TOKEN.ID)
                .fetchSingle()
                .value1();
        return token.numbered(id);
    }

    /** Ends a token; a second time changes nothing. */
    public void revoke(long id, Instant now, String by) {
        database.insertInto(API_TOKEN_REVOCATION)
                .set(API_TOKEN_REVOCATION.TOKEN, id)
                .set(API_TOKEN_REVOCATION.REVOKED_AT, now.atOffset(ZoneOffset.UTC))
                .set(API_TOKEN_REVOCATION.REVOKED_BY, by)
                .onConflictDoNothing()
                .execute();
    }

    /** Notes that a token was used on a day. Whether it is the first time on that day. */
    public boolean noteUse(long id, LocalDate day) {
        return database.insertInto(API_TOKEN_USE)
                        .set(API_TOKEN_USE.TOKEN, id)
                        .set(API_TOKEN_USE.DAY, day)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** The token whose secret has this digest. */
    public Optional<ApiToken> find(byte[] secretDigest) {
        return read(API_TOKEN.SECRET.eq(secretDigest)).stream().findFirst();
    }

    /** The tokens of a person: those that work first, then the latest that ended. */
    public List<ApiToken> of(String owner) {
        return read(API_TOKEN.USERNAME.eq(owner));
    }

    private List<ApiToken> read(Condition condition) {
        return database.select(API_TOKEN.asterisk(), API_TOKEN_REVOCATION.REVOKED_AT, LAST_USED)
                .from(API_TOKEN)
                .leftJoin(API_TOKEN_REVOCATION)
                .on(API_TOKEN_REVOCATION.TOKEN.eq(API_TOKEN.ID))
                .where(condition)
                .orderBy(coalesce(API_TOKEN_REVOCATION.REVOKED_AT, API_TOKEN.EXPIRES_AT)
                        .desc())
                .limit(LISTED)
                .fetch(ApiTokenTable::token);
    }

    private static ApiToken token(Record row) {
        return new ApiToken(
                row.get(API_TOKEN.ID),
                row.get(API_TOKEN.USERNAME),
                row.get(API_TOKEN.NAME),
                Arrays.stream(row.get(API_TOKEN.SCOPES).split(" "))
                        .map(TokenScope::parse)
                        .toList(),
                row.get(API_TOKEN.CREATED_AT).toInstant(),
                row.get(API_TOKEN.EXPIRES_AT).toInstant(),
                Optional.ofNullable(row.get(API_TOKEN_REVOCATION.REVOKED_AT)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get(LAST_USED)));
    }
}
