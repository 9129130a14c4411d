package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.silkthread.schema.identity.Tables.FACTOR_REMOVAL;
import static org.silkthread.schema.identity.Tables.FACTOR_REMOVAL_DECISION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.silkthread.server.identity.FactorRemovals;
import org.springframework.stereotype.Repository;

/** The tables of removals of second factors and what was decided about them. */
@Repository
public class FactorRemovalTable {

    private final DSLContext database;

    FactorRemovalTable(DSLContext database) {
        this.database = database;
    }

    public void add(UUID id, String username, String by, String reason, Instant now) {
        database.insertInto(FACTOR_REMOVAL)
                .set(FACTOR_REMOVAL.ID, id)
                .set(FACTOR_REMOVAL.USERNAME, username)
                .set(FACTOR_REMOVAL.ASKED_BY, by)
                .set(FACTOR_REMOVAL.ASKED_AT, now.atOffset(ZoneOffset.UTC))
                .set(FACTOR_REMOVAL.REASON, reason)
                .execute();
    }

    public List<FactorRemovals.Asked> waiting() {
        return waiting(noCondition());
    }

    public Optional<FactorRemovals.Asked> waiting(UUID id) {
        return waiting(FACTOR_REMOVAL.ID.eq(id)).stream().findFirst();
    }

    private List<FactorRemovals.Asked> waiting(Condition which) {
        return database.selectFrom(FACTOR_REMOVAL)
                .where(which)
                .and(notExists(selectOne()
                        .from(FACTOR_REMOVAL_DECISION)
                        .where(FACTOR_REMOVAL_DECISION.REMOVAL.eq(FACTOR_REMOVAL.ID))))
                .orderBy(FACTOR_REMOVAL.ASKED_AT)
                .fetch(row ->
                        new FactorRemovals.Asked(row.getId(), row.getUsername(), row.getAskedBy(), row.getReason()));
    }

    /** Writes the decision; false if there is one. */
    public boolean decide(UUID id, boolean agreed, String by, Instant now) {
        return database.insertInto(FACTOR_REMOVAL_DECISION)
                        .set(FACTOR_REMOVAL_DECISION.REMOVAL, id)
                        .set(FACTOR_REMOVAL_DECISION.AGREED, agreed)
                        .set(FACTOR_REMOVAL_DECISION.DECIDED_BY, by)
                        .set(FACTOR_REMOVAL_DECISION.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
