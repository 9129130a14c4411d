package org.silkthread.server.directory.store;

import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Brings the stage into the tables by comparing sets: what is known already stays as it is, what differs is superseded,
 * what is new is added. Merging the same again changes nothing.
 *
 * <p>The statements are plain SQL because the stage is a temporary table that the typed schema does not have. In each,
 * {@code {0}} is the source, {@code {1}} the moment of recording and {@code {2}} today.
 */
final class Merge {

    /** Adds when nothing is known of the code; supersedes when the source knows more, or as much and otherwise. */
    private static final String JUDGE_ORGANISATIONS = """
            with chosen as (
                select distinct on (code) ctid as slot, stage.*
                from stage
                where fact = 'EXISTENCE'
                order by code, standing desc, subject desc, line
            )
            update stage
            set effect = case when known.id is null then 1 else 2 end
            from chosen
            left join directory.organisation_record known
                on known.code = chosen.code and known.superseded_at is null
            where stage.ctid = chosen.slot
                and (known.id is null
                    or chosen.standing > known.standing
                    or (chosen.standing = known.standing and chosen.standing > 0
                        and (chosen.type, chosen.status, chosen.postcode, chosen.address, chosen.telephone,
                                chosen.from_date, chosen.to_date, chosen.latitude, chosen.longitude)
                            is distinct from (known.type, known.status, known.postcode, known.address,
                                known.telephone, known.opened, known.closed, known.latitude, known.longitude)))
            """;

    private static final String SUPERSEDE_ORGANISATIONS = """
            update directory.organisation_record known
            set superseded_at = {1}
            from stage
            where stage.fact = 'EXISTENCE' and stage.effect = 2
                and known.code = stage.code and known.superseded_at is null
            """;

    private static final String ADD_ORGANISATIONS = """
            insert into directory.organisation_record
                (code, type, status, postcode, address, telephone, opened, closed, latitude, longitude, source,
                    standing, recorded_at)
            select code, type, status, postcode, address, telephone, from_date, to_date, latitude, longitude, {0},
                standing, {1}
            from stage
            where fact = 'EXISTENCE' and effect > 0
            order by line
            """;

    /** A name without a day holds from the start when it is the source's first, and else from today. */
    private static final String JUDGE_NAMES = """
            with said as (
                select distinct on (code) ctid as slot, code, name, coalesce(named_on,
                    case when exists (select from directory.organisation_name known
                            where known.code = stage.code and known.source = {0} and known.superseded_at is null)
                        then {2} else '0001-01-01' end) as starts
                from stage
                where fact = 'EXISTENCE' and name is not null
                order by code, standing desc, subject desc, line
            ), judged as (
                select said.*, held.name as held
                from said
                left join lateral (
                    select name
                    from directory.organisation_name known
                    where known.code = said.code and known.source = {0} and known.superseded_at is null
                        and known.valid_from <= said.starts
                    order by known.valid_from desc
                    limit 1) held on true
            )
            update stage
            set starts = judged.starts, effect = greatest(effect, case when judged.held is null then 1 else 2 end)
            from judged
            where stage.ctid = judged.slot and judged.name is distinct from judged.held
            """;

    private static final String SUPERSEDE_NAMES = """
            update directory.organisation_name known
            set superseded_at = {1}
            from stage
            where stage.fact = 'EXISTENCE' and stage.starts is not null
                and known.code = stage.code and known.source = {0} and known.valid_from = stage.starts
                and known.superseded_at is null
            """;

    private static final String ADD_NAMES = """
            insert into directory.organisation_name (code, name, valid_from, source, recorded_at)
            select code, name, starts, {0}, {1}
            from stage
            where fact = 'EXISTENCE' and starts is not null
            order by line
            """;

    private static final String START_RELATIONSHIPS = """
            update stage
            set starts = coalesce(from_date,
                    case when snapshot and exists (select from directory.relationship known
                            where known.child = stage.code and known.kind = stage.kind and known.source = {0}
                                and known.superseded_at is null)
                        then {2} else '0001-01-01' end),
                to_date = coalesce(to_date, '9999-12-31')
            where fact = 'RELATIONSHIP'
            """;

    private static final String JUDGE_HISTORY = """
            with judged as (
                select stage.ctid as slot, known.id, known.valid_to, stage.to_date
                from stage
                left join directory.relationship known
                    on known.child = stage.code and known.parent = stage.other and known.kind = stage.kind
                    and known.valid_from = stage.starts and known.source = {0} and known.superseded_at is null
                where fact = 'RELATIONSHIP' and not snapshot
            )
            update stage
            set effect = case when judged.id is null then 1 else 2 end
            from judged
            where stage.ctid = judged.slot and (judged.id is null or judged.valid_to <> judged.to_date)
            """;

    /** A snapshot is news when the parents that it gives are not just those that the source gave last. */
    private static final String JUDGE_SNAPSHOTS = """
            with said as (
                select code, kind, starts, array_agg(distinct other || ' ' || to_date order by other || ' ' || to_date)
                    as parents
                from stage
                where fact = 'RELATIONSHIP' and snapshot
                group by code, kind, starts
            ), judged as (
                select said.*, held.parents as held
                from said
                left join lateral (
                    select array_agg(parent || ' ' || valid_to order by parent || ' ' || valid_to) as parents
                    from directory.relationship known
                    where known.child = said.code and known.kind = said.kind and known.source = {0}
                        and known.superseded_at is null and known.valid_from <= said.starts
                    group by known.valid_from
                    order by known.valid_from desc
                    limit 1) held on true
            )
            update stage
            set effect = case when judged.held is null then 1 else 2 end
            from judged
            where stage.fact = 'RELATIONSHIP' and stage.snapshot and stage.code = judged.code
                and stage.kind = judged.kind and stage.starts = judged.starts
                and judged.parents is distinct from judged.held
            """;

    private static final String SUPERSEDE_RELATIONSHIPS = """
            update directory.relationship known
            set superseded_at = {1}
            from stage
            where stage.fact = 'RELATIONSHIP' and stage.effect > 0
                and known.child = stage.code and known.kind = stage.kind and known.valid_from = stage.starts
                and known.source = {0} and known.superseded_at is null
                and (stage.snapshot or known.parent = stage.other)
                and not exists (select from stage same
                    where same.fact = 'RELATIONSHIP' and same.code = known.child and same.other = known.parent
                        and same.kind = known.kind and same.starts = known.valid_from
                        and same.to_date = known.valid_to)
            """;

    private static final String ADD_RELATIONSHIPS = """
            insert into directory.relationship (child, parent, kind, valid_from, valid_to, source, recorded_at)
            select distinct code, other, kind, starts, to_date, {0}, {1}
            from stage
            where fact = 'RELATIONSHIP' and effect > 0
                and not exists (select from directory.relationship known
                    where known.child = stage.code and known.parent = stage.other and known.kind = stage.kind
                        and known.valid_from = stage.starts and known.source = {0} and known.superseded_at is null)
            """;

    private static final String JUDGE_SERVICES = """
            with judged as (
                select stage.ctid as slot, known.id, known.valid_from, known.valid_to,
                    coalesce(stage.from_date, '0001-01-01') as starts,
                    coalesce(stage.to_date, '9999-12-31') as ends
                from stage
                left join directory.service known
                    on known.organisation = stage.code and known.service_line = stage.other and known.source = {0}
                    and known.superseded_at is null
                where fact = 'SERVICE'
            )
            update stage
            set effect = case when judged.id is null then 1
                    when (judged.valid_from, judged.valid_to) <> (judged.starts, judged.ends) then 2 else 0 end,
                starts = judged.starts, to_date = judged.ends
            from judged
            where stage.ctid = judged.slot
            """;

    /** A service that its organisation's row no longer lists ended yesterday. */
    private static final String ADD_ENDED_SERVICES = """
            insert into stage (line, fact, code, other, starts, to_date, effect)
            select about.line, 'SERVICE', known.organisation, known.service_line, least(known.valid_from, {2} - 1),
                {2} - 1, 2
            from stage about
            join directory.service known
                on known.organisation = about.code and known.source = {0} and known.superseded_at is null
            where about.fact = 'EXISTENCE' and about.subject and known.valid_to >= {2}
                and not exists (select from stage listed
                    where listed.fact = 'SERVICE' and listed.code = known.organisation
                        and listed.other = known.service_line)
            """;

    private static final String SUPERSEDE_SERVICES = """
            update directory.service known
            set superseded_at = {1}
            from stage
            where stage.fact = 'SERVICE' and stage.effect = 2
                and known.organisation = stage.code and known.service_line = stage.other and known.source = {0}
                and known.superseded_at is null
            """;

    private static final String ADD_SERVICES = """
            insert into directory.service (organisation, service_line, valid_from, valid_to, source, recorded_at)
            select code, other, starts, to_date, {0}, {1}
            from stage
            where fact = 'SERVICE' and effect > 0
            """;

    private static final String JUDGE_SUCCESSIONS = """
            with judged as (
                select stage.ctid as slot, known.id, known.effective_on, stage.from_date
                from stage
                left join directory.succession known
                    on known.predecessor = stage.code and known.successor = stage.other and known.source = {0}
                    and known.superseded_at is null
                where fact = 'SUCCESSION'
            )
            update stage
            set effect = case when judged.id is null then 1 else 2 end
            from judged
            where stage.ctid = judged.slot
                and (judged.id is null or judged.effective_on is distinct from judged.from_date)
            """;

    private static final String SUPERSEDE_SUCCESSIONS = """
            update directory.succession known
            set superseded_at = {1}
            from stage
            where stage.fact = 'SUCCESSION' and stage.effect = 2
                and known.predecessor = stage.code and known.successor = stage.other and known.source = {0}
                and known.superseded_at is null
            """;

    private static final String ADD_SUCCESSIONS = """
            insert into directory.succession (predecessor, successor, effective_on, source, recorded_at)
            select code, other, from_date, {0}, {1}
            from stage
            where fact = 'SUCCESSION' and effect > 0
            """;

    private static final String REFRESH_HIERARCHY = """
            select directory.refresh_hierarchy(array(
                select distinct code from stage where fact = 'RELATIONSHIP' and effect > 0))
            """;

    private static final String REFRESH_LISTING = """
            select directory.refresh_listing(array(
                select distinct code from stage where fact = 'EXISTENCE' and effect > 0), {2})
            """;

    private final DSLContext database;
    private final Param<String> source;
    private final Param<?> now;
    private final Param<LocalDate> today;

    Merge(DSLContext database, String source, Instant now, LocalDate today) {
        this.database = database;
        this.source = inline(source);
        this.now = inline(now.atOffset(ZoneOffset.UTC));
        this.today = inline(today, SQLDataType.LOCALDATE);
    }

    /** Brings everything on the stage into the tables and computes the hierarchy and the listing again. */
    void run() {
        // Both sides of each comparison are whole sets whose sizes the planner does not know yet.
        database.execute("set local enable_nestloop = off");
        database.execute("set local work_mem = '64MB'");
        execute(JUDGE_ORGANISATIONS, SUPERSEDE_ORGANISATIONS, ADD_ORGANISATIONS);
        execute(JUDGE_NAMES, SUPERSEDE_NAMES, ADD_NAMES);
        execute(START_RELATIONSHIPS, JUDGE_HISTORY, JUDGE_SNAPSHOTS, SUPERSEDE_RELATIONSHIPS, ADD_RELATIONSHIPS);
        execute(JUDGE_SERVICES, ADD_ENDED_SERVICES, SUPERSEDE_SERVICES, ADD_SERVICES);
        execute(JUDGE_SUCCESSIONS, SUPERSEDE_SUCCESSIONS, ADD_SUCCESSIONS);
        execute(REFRESH_HIERARCHY, REFRESH_LISTING);
        database.execute("set local enable_nestloop = on");
    }

    private void execute(String... statements) {
        for (String statement : statements) {
            database.execute(DSL.sql(statement, source, now, today));
        }
    }
}
