package org.silkthread.server.improvement.store;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.silkthread.schema.improvement.Tables.DESCRIPTION;
import static org.silkthread.schema.improvement.Tables.PROJECT;
import static org.silkthread.schema.improvement.Tables.SHARING;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.improvement.Cycle;
import org.silkthread.server.improvement.Description;
import org.silkthread.server.improvement.Project;
import org.springframework.stereotype.Repository;

/** The tables of projects, what they say of themselves, and whether they are shared. */
@Repository
public class ProjectTable {

    private final DSLContext database;
    private final CycleTable steps;

    ProjectTable(DSLContext database, CycleTable steps) {
        this.database = database;
        this.steps = steps;
    }

    public List<Project> of(String organisation) {
        return projects(PROJECT.ORGANISATION.eq(organisation));
    }

    public Optional<Project> find(UUID id) {
        return projects(PROJECT.ID.eq(id)).stream().findFirst();
    }

    /** Those that everybody may read. */
    public List<Project> shared() {
        return projects(PROJECT.ID.in(select(SHARING.PROJECT).from(SHARING).where(SHARING.SHARED))).stream()
                .filter(Project::shared)
                .toList();
    }

    /** Lets one writer of a project after another through, until the end of the transaction. */
    public void lock(UUID project) {
        database.fetch("select pg_advisory_xact_lock(hashtextextended(?, 103))", project.toString());
    }

    public void open(UUID id, String organisation, Instant now, Actor.Person by) {
        database.insertInto(PROJECT)
                .set(PROJECT.ID, id)
                .set(PROJECT.ORGANISATION, organisation)
                .set(PROJECT.OPENED_AT, now.atOffset(ZoneOffset.UTC))
                .set(PROJECT.OPENED_BY, by.username())
                .execute();
    }

    public void describe(UUID project, Description description, Instant now, Actor.Person by) {
        database.insertInto(DESCRIPTION)
                .set(DESCRIPTION.PROJECT, project)
                .set(DESCRIPTION.TITLE, description.title())
                .set(DESCRIPTION.TEAM, description.team())
                .set(DESCRIPTION.AIM, description.aim())
                .set(DESCRIPTION.INDICATOR, description.indicator())
                .set(DESCRIPTION.STARTED_ON, description.startedOn())
                .set(DESCRIPTION.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(DESCRIPTION.RECORDED_BY, by.username())
                .set(DESCRIPTION.RECORDED_NAME, by.name())
                .execute();
    }

    public void share(UUID project, boolean shared, Instant now, Actor.Person by) {
        database.insertInto(SHARING)
                .set(SHARING.PROJECT, project)
                .set(SHARING.SHARED, shared)
                .set(SHARING.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .set(SHARING.RECORDED_BY, by.username())
                .execute();
    }

    private List<Project> projects(Condition condition) {
        Result<Record> rows = database.select(PROJECT.fields())
                .select(DESCRIPTION.fields())
                .from(PROJECT)
                .join(DESCRIPTION)
                .on(DESCRIPTION.PROJECT.eq(PROJECT.ID))
                .where(condition)
                .and(DESCRIPTION.ID.in(
                        select(max(DESCRIPTION.ID)).from(DESCRIPTION).groupBy(DESCRIPTION.PROJECT)))
                .orderBy(PROJECT.OPENED_AT.desc())
                .fetch();
        List<UUID> ids = rows.getValues(PROJECT.ID);
        Map<UUID, List<Cycle>> cycles = steps.cycles(ids);
        Map<UUID, Boolean> shared = sharing(ids);
        return rows.map(row -> {
            UUID id = row.get(PROJECT.ID);
            return new Project(
                    id,
                    row.get(PROJECT.ORGANISATION),
                    row.get(PROJECT.OPENED_AT).toInstant(),
                    new Description(
                            row.get(DESCRIPTION.TITLE),
                            row.get(DESCRIPTION.TEAM),
                            row.get(DESCRIPTION.AIM),
                            row.get(DESCRIPTION.INDICATOR),
                            row.get(DESCRIPTION.STARTED_ON)),
                    cycles.getOrDefault(id, List.of()),
                    shared.getOrDefault(id, false));
        });
    }

    private Map<UUID, Boolean> sharing(List<UUID> projects) {
        Map<UUID, Boolean> newest = new HashMap<>();
        database.selectFrom(SHARING)
                .where(SHARING.PROJECT.in(projects))
                .orderBy(SHARING.ID)
                .forEach(row -> newest.put(row.getProject(), row.getShared()));
        return newest;
    }
}
