package org.silkthread.server.requests.store;

import static org.silkthread.schema.requests.Tables.ONCE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table of what was sent under a key and how it was answered. Its rows show to the account that sent them. */
@Repository
public class OnceTable {

    /** Whose key. */
    public record Key(String username, byte[] hash) {}

    /**
     * What stands under a key.
     *
     * @param fingerprint of what was known when the request came
     * @param bodyHash of the body; empty when the fingerprint has all, and while it is being worked on
     * @param answer encrypted; empty while it is being worked on
     */
    public record Row(byte[] fingerprint, Optional<byte[]> bodyHash, Optional<byte[]> answer) {

        public boolean has(byte[] other) {
            return Arrays.equals(fingerprint, other);
        }
    }

    private final DSLContext database;

    OnceTable(DSLContext database) {
        this.database = database;
    }

    /** Takes a key that nobody has taken since the moment; whoever comes second does not get it. */
    public boolean take(Key key, byte[] fingerprint, Instant now, Instant forgottenBefore) {
        return take(key, fingerprint, now, ONCE.BEGUN_AT.lt(forgottenBefore.atOffset(ZoneOffset.UTC)));
    }

    /** The same; what was answered under the key and had another fingerprint gives it up. */
    public boolean takeOver(Key key, byte[] fingerprint, Instant now, Instant forgottenBefore) {
        return take(
                key,
                fingerprint,
                now,
                ONCE.BEGUN_AT
                        .lt(forgottenBefore.atOffset(ZoneOffset.UTC))
                        .or(ONCE.DONE_AT.isNotNull().and(ONCE.FINGERPRINT.ne(fingerprint))));
    }

    private boolean take(Key key, byte[] fingerprint, Instant now, Condition free) {
        return database.insertInto(ONCE)
                        .set(ONCE.USERNAME, key.username())
                        .set(ONCE.KEY_HASH, key.hash())
                        .set(ONCE.FINGERPRINT, fingerprint)
                        .set(ONCE.BEGUN_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflict(ONCE.USERNAME, ONCE.KEY_HASH)
                        .doUpdate()
                        .set(ONCE.FINGERPRINT, fingerprint)
                        .set(ONCE.BEGUN_AT, now.atOffset(ZoneOffset.UTC))
                        .setNull(ONCE.DONE_AT)
                        .setNull(ONCE.BODY_HASH)
                        .setNull(ONCE.ANSWER)
                        .where(free)
                        .execute()
                == 1;
    }

    public Optional<Row> find(Key key) {
        return database.selectFrom(ONCE)
                .where(is(key))
                .fetchOptional(row -> new Row(
                        row.getFingerprint(),
                        Optional.ofNullable(row.getBodyHash()),
                        Optional.ofNullable(row.getAnswer())));
    }

    public void answered(Key key, Optional<byte[]> bodyHash, byte[] answer, Instant now) {
        database.update(ONCE)
                .set(ONCE.DONE_AT, DSL.greatest(ONCE.BEGUN_AT, DSL.val(now.atOffset(ZoneOffset.UTC))))
                .set(ONCE.BODY_HASH, bodyHash.orElse(null))
                .set(ONCE.ANSWER, answer)
                .where(is(key))
                .execute();
    }

    public void giveBack(Key key) {
        database.deleteFrom(ONCE).where(is(key)).execute();
    }

    /** How many rows went. */
    public int forgetBefore(Instant moment) {
        return database.deleteFrom(ONCE)
                .where(ONCE.BEGUN_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Condition is(Key key) {
        return ONCE.USERNAME.eq(key.username()).and(ONCE.KEY_HASH.eq(key.hash()));
    }
}
