package org.silkthread.server.directory.store;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.RowProblems;

/**
 * Checks that need more than one row: what comes twice, contradicts another row or refers to nobody. A bad line leaves
 * the stage, so that it has one problem and its good neighbours can be judged without it.
 */
final class StageChecks {

    private static final String REPEATED_SUBJECTS = """
            with ordered as (
                select line, code as found, first_value(line) over (partition by code order by line) as earlier
                from stage
                where fact = 'EXISTENCE' and subject
            )
            select line, found, 'a code that is not on line ' || earlier as expected
            from ordered where line > earlier order by line
            """;

    private static final String REPEATED_RELATIONSHIPS = """
            with ordered as (
                select line, code || ' ' || other as found,
                    first_value(line) over (partition by code, other, kind, from_date order by line) as earlier
                from stage
                where fact = 'RELATIONSHIP' and not snapshot and line > 0
            )
            select line, found, 'something else than on line ' || earlier as expected
            from ordered where line > earlier order by line
            """;

    private static final String TWO_NAMES = """
            with ordered as (
                select line, name, code,
                    first_value(name) over (partition by code order by line) as earlier,
                    first_value(line) over (partition by code order by line) as earlier_line
                from stage
                where fact = 'EXISTENCE' and not subject and name is not null
            )
            select distinct on (line) line, name as found,
                'the name that ' || code || ' has on line ' || earlier_line || ', ' || earlier as expected
            from ordered where name <> earlier order by line
            """;

    private static final String UNKNOWN_CODES = """
            select distinct on (line) line, other as found,
                'a code that is in this file or in the directory' as expected
            from stage
            where fact in ('RELATIONSHIP', 'SUCCESSION') and line > 0
                and not exists (select from stage named where named.fact = 'EXISTENCE' and named.code = stage.other)
                and not exists (select from directory.listing where listing.code = stage.other)
            order by line, other
            """;

    private static final String WRONG_PARENT_TYPES = """
            with placed as (
                select stage.line, stage.other as found, own.type, own_type.name, own_type.below,
                    coalesce(upper_stage.type, listing.type) as upper
                from stage
                join stage own on own.fact = 'EXISTENCE' and own.code = stage.code and own.subject
                join directory.organisation_type own_type on own_type.code = own.type
                left join stage upper_stage
                    on upper_stage.fact = 'EXISTENCE' and upper_stage.code = stage.other and upper_stage.subject
                left join directory.listing on listing.code = stage.other
                where stage.fact = 'RELATIONSHIP'
            )
            select distinct on (line) line, found,
                'an organisation of one of the types ' || array_to_string(below, ', ') || ' above one of type ' || type
                    as expected
            from placed where not upper = any (below) order by line
            """;

    /**
     * What lies above what decides how it belongs there, and it does while both are open. A network is beside the
     * hierarchy for members that have a place of their own, and is the place of those that have none.
     */
    private static final String SETTLE_PLACES = """
            with upper as (
                select code, type, from_date as opened, to_date as closed
                from stage where fact = 'EXISTENCE' and subject
                union all
                select code, type, opened, closed
                from directory.listing
                where not exists (select from stage again
                    where again.fact = 'EXISTENCE' and again.subject and again.code = listing.code)
            )
            update stage
            set kind = case
                    when upper_type.level = 'NETWORK' and exists (select from stage beside
                        join upper other on other.code = beside.other
                        join directory.organisation_type other_type on other_type.code = other.type
                        where beside.fact = 'RELATIONSHIP' and beside.code = stage.code
                            and other_type.level <> 'NETWORK') then 'NETWORK'
                    when own_type.level in ('SITE', 'TEAM', 'SERVICE_LINE') then 'OPERATED_BY'
                    when own_type.level = 'ORGANISATION' and upper_type.level = 'COMMISSIONER' then 'COMMISSIONED_BY'
                    else 'LOCATED_IN' end,
                from_date = greatest(stage.from_date, upper.opened),
                to_date = least(stage.to_date, upper.closed)
            from stage own
            join directory.organisation_type own_type on own_type.code = own.type, upper
            join directory.organisation_type upper_type on upper_type.code = upper.type
            where stage.fact = 'RELATIONSHIP' and own.fact = 'EXISTENCE' and own.subject
                and own.code = stage.code and upper.code = stage.other
            """;

    private static final String NEVER_TOGETHER = """
            select distinct on (line) line, other as found, 'an organisation that was open at the same time' as expected
            from stage
            where fact = 'RELATIONSHIP' and from_date > to_date
            order by line, other
            """;

    private static final String CIRCLES = """
            with circle as materialized (
                select distinct organisation from directory.membership where organisation = ancestor
            )
            select distinct on (line) line, other as found, 'an organisation that does not lie below this one' as expected
            from stage
            join circle on circle.organisation = stage.code
            where fact = 'RELATIONSHIP' and effect > 0
            order by line, other
            """;

    private final DSLContext database;
    private final String file;
    private final RowProblems problems;

    StageChecks(DSLContext database, String file, RowProblems problems) {
        this.database = database;
        this.file = file;
        this.problems = problems;
    }

    /** What every file must hold to. */
    void consistent(String codeColumn, String nameColumn) {
        report(REPEATED_SUBJECTS, codeColumn);
        report(REPEATED_RELATIONSHIPS, codeColumn);
        report(TWO_NAMES, nameColumn);
    }

    /** What a file must hold to that places its organisations below others by their codes alone. */
    void placed(String parentColumn) {
        // A line that leaves may have named the organisation that another line refers to.
        while (report(UNKNOWN_CODES, parentColumn) > 0) {}
        report(WRONG_PARENT_TYPES, parentColumn);
        database.execute(SETTLE_PLACES);
        report(NEVER_TOGETHER, parentColumn);
    }

    /** That nothing lies below itself; after the merge, because the circle may close over what is known already. */
    void noCircle(String parentColumn) {
        report(CIRCLES, parentColumn);
    }

    private int report(String query, String column) {
        List<Long> lines = database.fetch(query).map(row -> add(row, column));
        if (!lines.isEmpty()) {
            database.execute("delete from stage where line = any (?)", (Object) lines.toArray(Long[]::new));
        }
        return lines.size();
    }

    private Long add(Record row, String column) {
        Long line = row.get("line", Long.class);
        problems.add(
                new RowProblem(file, line, column, row.get("found", String.class), row.get("expected", String.class)));
        return line;
    }
}
