package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.select;
import static org.silkthread.schema.identity.Tables.ATTEMPT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of attempts to get in. Its methods belong into a transaction. */
@Repository
public class AttemptTable {

    /**
     * What is known of a name or an address.
     *
     * @param tries none if nothing was known
     * @param next when the next attempt is due
     */
    public record Row(byte[] key, int tries, Instant last, Instant next) {

        public boolean isOf(byte[] other) {
            return Arrays.equals(key, other);
        }
    }

    private static final int AT_ONCE = 200;

    private final DSLContext database;

    AttemptTable(DSLContext database) {
        this.database = database;
    }

    /** The rows of these keys, held until the transaction ends; those that are new have no tries. */
    public List<Row> hold(Collection<byte[]> keys, Instant now) {
        List<byte[]> inOrder = keys.stream().sorted(Arrays::compareUnsigned).toList();
        // In one order, so that two attempts never wait for each other.
        for (byte[] key : inOrder) {
            database.insertInto(ATTEMPT)
                    .set(ATTEMPT.KEY_HASH, key)
                    .set(ATTEMPT.TRIES, 0)
                    .set(ATTEMPT.LAST_AT, now.atOffset(ZoneOffset.UTC))
                    .set(ATTEMPT.NEXT_AT, now.atOffset(ZoneOffset.UTC))
                    .onConflict(ATTEMPT.KEY_HASH)
                    .doUpdate()
                    .set(ATTEMPT.TRIES, ATTEMPT.TRIES)
                    .execute();
        }
        return database.selectFrom(ATTEMPT)
                .where(ATTEMPT.KEY_HASH.in(inOrder))
                .fetch(row -> new Row(
                        row.getKeyHash(),
                        row.getTries(),
                        row.getLastAt().toInstant(),
                        row.getNextAt().toInstant()));
    }

    public void write(Row row) {
        database.update(ATTEMPT)
                .set(ATTEMPT.TRIES, row.tries())
                .set(ATTEMPT.LAST_AT, row.last().atOffset(ZoneOffset.UTC))
                .set(ATTEMPT.NEXT_AT, row.next().atOffset(ZoneOffset.UTC))
                .where(ATTEMPT.KEY_HASH.eq(row.key()))
                .execute();
    }

    public void forget(byte[] key) {
        database.deleteFrom(ATTEMPT).where(ATTEMPT.KEY_HASH.eq(key)).execute();
    }

    /** One attempt fewer, if any is known. */
    public void takeBack(byte[] key) {
        database.update(ATTEMPT)
                .set(ATTEMPT.TRIES, ATTEMPT.TRIES.minus(1))
                .where(ATTEMPT.KEY_HASH.eq(key))
                .and(ATTEMPT.TRIES.gt(0))
                .execute();
    }

    /** Removes some of the rows without an attempt since the moment, leaving out what others hold. */
    public void forgetBefore(Instant moment) {
        database.deleteFrom(ATTEMPT)
                .where(ATTEMPT.KEY_HASH.in(select(ATTEMPT.KEY_HASH)
                        .from(ATTEMPT)
                        .where(ATTEMPT.LAST_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                        .limit(AT_ONCE)
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }

    /**
     * Removes rows beyond a number. Those with the fewest attempts go first: a flood of names that are tried once each
     * must not wipe the slate of one that is tried without end.
     */
    public void keepAtMost(int rows) {
        int beyond = database.fetchCount(ATTEMPT) - rows;
        if (beyond > 0) {
            database.deleteFrom(ATTEMPT)
                    .where(ATTEMPT.KEY_HASH.in(select(ATTEMPT.KEY_HASH)
                            .from(ATTEMPT)
                            .orderBy(ATTEMPT.TRIES, ATTEMPT.LAST_AT)
                            .limit(beyond)
                            .forUpdate()
                            .skipLocked()))
                    .execute();
        }
    }
}
