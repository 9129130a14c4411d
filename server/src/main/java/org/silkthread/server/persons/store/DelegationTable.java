package org.silkthread.server.persons.store;

import static org.silkthread.schema.persons.Tables.DELEGATION;
import static org.silkthread.schema.persons.Tables.DELEGATION_STEP;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.silkthread.server.persons.Delegation;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Scope;
import org.springframework.stereotype.Repository;

/** What people let carers see. */
@Repository
public class DelegationTable {

    private final DSLContext sql;

    DelegationTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds a delegation with its first step. */
    public void add(Delegation delegation, String by) {
        sql.insertInto(DELEGATION)
                .set(DELEGATION.ID, delegation.id())
                .set(DELEGATION.PERSON, delegation.person().value())
                .set(DELEGATION.CARER, delegation.carer())
                .set(DELEGATION.RELATION, delegation.relation())
                .set(DELEGATION.ASKED_BY, delegation.step() == Delegation.Step.ASKED ? "carer" : "person")
                .set(DELEGATION.RECORDED_AT, Columns.utc(delegation.since()))
                .set(DELEGATION.RECORDED_BY, by)
                .execute();
        addStep(delegation.id(), delegation.step(), delegation.grant(), by, delegation.since());
    }

    public void addStep(UUID delegation, Delegation.Step step, Delegation.Grant grant, String by, Instant now) {
        sql.insertInto(DELEGATION_STEP)
                .set(DELEGATION_STEP.DELEGATION, delegation)
                .set(DELEGATION_STEP.STEP, step.name().toLowerCase(Locale.ROOT))
                .set(
                        DELEGATION_STEP.SCOPES,
                        grant.scopes().stream().map(Scope::code).sorted().toArray(String[]::new))
                .set(DELEGATION_STEP.SEES_PRIVATE, grant.seesPrivate())
                .set(DELEGATION_STEP.SEES_LOG, grant.seesLog())
                .set(DELEGATION_STEP.UNTIL, grant.until())
                .set(DELEGATION_STEP.RECORDED_AT, Columns.utc(now))
                .set(DELEGATION_STEP.RECORDED_BY, by)
                .execute();
    }

    public Optional<Delegation> find(UUID id) {
        return read(DELEGATION.ID.eq(id)).stream().findFirst();
    }

    public List<Delegation> ofPersons(Collection<PersonId> persons) {
        return read(DELEGATION.PERSON.in(persons.stream().map(PersonId::value).toList()));
    }

    public List<Delegation> ofCarer(String carer) {
        return read(DELEGATION.CARER.eq(carer));
    }

    private List<Delegation> read(Condition condition) {
        var newer = DELEGATION_STEP.as("newer");
        return sql.select()
                .from(DELEGATION)
                .join(DELEGATION_STEP)
                .on(DELEGATION_STEP.DELEGATION.eq(DELEGATION.ID))
                .where(condition)
                .andNotExists(DSL.selectOne()
                        .from(newer)
                        .where(newer.DELEGATION.eq(DELEGATION.ID).and(newer.ID.gt(DELEGATION_STEP.ID))))
                .orderBy(DELEGATION_STEP.ID.desc())
                .fetch(DelegationTable::delegation);
    }

    private static Delegation delegation(Record row) {
        return new Delegation(
                row.get(DELEGATION.ID),
                new PersonId(row.get(DELEGATION.PERSON)),
                row.get(DELEGATION.CARER),
                row.get(DELEGATION.RELATION),
                Delegation.Step.valueOf(row.get(DELEGATION_STEP.STEP).toUpperCase(Locale.ROOT)),
                new Delegation.Grant(
                        Arrays.stream(row.get(DELEGATION_STEP.SCOPES))
                                .map(code -> Scope.of(code).orElseThrow())
                                .collect(Collectors.toUnmodifiableSet()),
                        row.get(DELEGATION_STEP.SEES_PRIVATE),
                        row.get(DELEGATION_STEP.SEES_LOG),
                        row.get(DELEGATION_STEP.UNTIL)),
                row.get(DELEGATION_STEP.RECORDED_AT).toInstant());
    }
}
