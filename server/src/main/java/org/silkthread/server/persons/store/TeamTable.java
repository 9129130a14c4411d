package org.silkthread.server.persons.store;

import static org.silkthread.schema.persons.Tables.TEAM;
import static org.silkthread.schema.persons.Tables.TEAM_MEMBER;
import static org.silkthread.schema.persons.Tables.TEAM_MEMBER_END;
import static org.silkthread.schema.persons.Tables.UNDER_CARE;
import static org.silkthread.schema.persons.Tables.UNDER_CARE_END;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.silkthread.server.persons.CareTeam;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.UnderCare;
import org.springframework.stereotype.Repository;

/** Care teams, who is in them and whom they look after. */
@Repository
public class TeamTable {

    private final DSLContext sql;

    TeamTable(DSLContext sql) {
        this.sql = sql;
    }

    public void add(CareTeam team, String by, Instant now) {
        sql.insertInto(TEAM)
                .set(TEAM.ID, team.id())
                .set(TEAM.ORGANISATION, team.organisation())
                .set(TEAM.NAME, team.name())
                .set(TEAM.LABELS, Columns.codes(team.labels()))
                .set(TEAM.RECORDED_AT, Columns.utc(now))
                .set(TEAM.RECORDED_BY, by)
                .execute();
    }

    public Optional<CareTeam> find(String organisation, String name) {
        return sql.selectFrom(TEAM)
                .where(TEAM.ORGANISATION.eq(organisation))
                .and(TEAM.NAME.eq(name))
                .fetchOptional(TeamTable::team);
    }

    public UUID join(UUID team, String username, Instant from, Optional<Instant> until, String by, Instant now) {
        UUID id = UUID.randomUUID();
        sql.insertInto(TEAM_MEMBER)
                .set(TEAM_MEMBER.ID, id)
                .set(TEAM_MEMBER.TEAM, team)
                .set(TEAM_MEMBER.USERNAME, username)
                .set(TEAM_MEMBER.BEGINS_AT, Columns.utc(from))
                .set(TEAM_MEMBER.ENDS_AT, until.map(Columns::utc).orElse(null))
                .set(TEAM_MEMBER.RECORDED_AT, Columns.utc(now))
                .set(TEAM_MEMBER.RECORDED_BY, by)
                .execute();
        return id;
    }

    public void leave(UUID member, String by, Instant now) {
        sql.insertInto(TEAM_MEMBER_END)
                .set(TEAM_MEMBER_END.MEMBER, member)
                .set(TEAM_MEMBER_END.ENDED_AT, Columns.utc(now))
                .set(TEAM_MEMBER_END.RECORDED_BY, by)
                .onConflictDoNothing()
                .execute();
    }

    public UUID takeOn(UUID team, PersonId person, Instant from, Optional<Instant> until, String by, Instant now) {
        UUID id = UUID.randomUUID();
        sql.insertInto(UNDER_CARE)
                .set(UNDER_CARE.ID, id)
                .set(UNDER_CARE.TEAM, team)
                .set(UNDER_CARE.PERSON, person.value())
                .set(UNDER_CARE.BEGINS_AT, Columns.utc(from))
                .set(UNDER_CARE.ENDS_AT, until.map(Columns::utc).orElse(null))
                .set(UNDER_CARE.RECORDED_AT, Columns.utc(now))
                .set(UNDER_CARE.RECORDED_BY, by)
                .execute();
        return id;
    }

    public void discharge(UUID underCare, String by, Instant now) {
        sql.insertInto(UNDER_CARE_END)
                .set(UNDER_CARE_END.UNDER_CARE, underCare)
                .set(UNDER_CARE_END.ENDED_AT, Columns.utc(now))
                .set(UNDER_CARE_END.RECORDED_BY, by)
                .onConflictDoNothing()
                .execute();
    }

    /** The teams that this person is in and that look after one of these people, at a moment. */
    public List<CareTeam> caring(String username, Collection<PersonId> persons, Instant at) {
        return sql.selectDistinct(TEAM.ID, TEAM.ORGANISATION, TEAM.NAME, TEAM.LABELS)
                .from(TEAM)
                .join(TEAM_MEMBER)
                .on(TEAM_MEMBER.TEAM.eq(TEAM.ID))
                .join(UNDER_CARE)
                .on(UNDER_CARE.TEAM.eq(TEAM.ID))
                .where(TEAM_MEMBER.USERNAME.eq(username))
                .and(UNDER_CARE.PERSON.in(persons.stream().map(PersonId::value).toList()))
                .and(memberAt(at))
                .and(underCareAt(at))
                .orderBy(TEAM.ORGANISATION, TEAM.NAME)
                .fetch(TeamTable::team);
    }

    /** The teams that look after one of these people at a moment. */
    public List<CareTeam> lookingAfter(Collection<PersonId> persons, Instant at) {
        return sql.selectDistinct(TEAM.ID, TEAM.ORGANISATION, TEAM.NAME, TEAM.LABELS)
                .from(TEAM)
                .join(UNDER_CARE)
                .on(UNDER_CARE.TEAM.eq(TEAM.ID))
                .where(UNDER_CARE.PERSON.in(
                        persons.stream().map(PersonId::value).toList()))
                .and(underCareAt(at))
                .orderBy(TEAM.ORGANISATION, TEAM.NAME)
                .fetch(TeamTable::team);
    }

    /** Everybody under the care of the teams that this person is in, at a moment. */
    public List<UnderCare> peopleOf(String username, Instant at) {
        return sql.selectDistinct(TEAM.ID, TEAM.ORGANISATION, TEAM.NAME, TEAM.LABELS, UNDER_CARE.PERSON)
                .from(TEAM)
                .join(TEAM_MEMBER)
                .on(TEAM_MEMBER.TEAM.eq(TEAM.ID))
                .join(UNDER_CARE)
                .on(UNDER_CARE.TEAM.eq(TEAM.ID))
                .where(TEAM_MEMBER.USERNAME.eq(username))
                .and(memberAt(at))
                .and(underCareAt(at))
                .orderBy(TEAM.ORGANISATION, TEAM.NAME)
                .fetch(row -> new UnderCare(team(row), new PersonId(row.get(UNDER_CARE.PERSON))));
    }

    private static Condition memberAt(Instant at) {
        var moment = Columns.utc(at);
        return TEAM_MEMBER
                .BEGINS_AT
                .le(moment)
                .and(TEAM_MEMBER.ENDS_AT.isNull().or(TEAM_MEMBER.ENDS_AT.gt(moment)))
                .andNotExists(DSL.selectOne()
                        .from(TEAM_MEMBER_END)
                        .where(TEAM_MEMBER_END.MEMBER.eq(TEAM_MEMBER.ID))
                        .and(TEAM_MEMBER_END.ENDED_AT.le(moment)));
    }

    private static Condition underCareAt(Instant at) {
        var moment = Columns.utc(at);
        return UNDER_CARE
                .BEGINS_AT
                .le(moment)
                .and(UNDER_CARE.ENDS_AT.isNull().or(UNDER_CARE.ENDS_AT.gt(moment)))
                .andNotExists(DSL.selectOne()
                        .from(UNDER_CARE_END)
                        .where(UNDER_CARE_END.UNDER_CARE.eq(UNDER_CARE.ID))
                        .and(UNDER_CARE_END.ENDED_AT.le(moment)));
    }

    private static CareTeam team(Record row) {
        return new CareTeam(
                row.get(TEAM.ID), row.get(TEAM.ORGANISATION), row.get(TEAM.NAME), Columns.labels(row.get(TEAM.LABELS)));
    }
}
