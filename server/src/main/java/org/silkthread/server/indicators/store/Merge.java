package org.silkthread.server.indicators.store;

import static org.silkthread.schema.indicators.Tables.SUBMISSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.intake.Edition;
import org.silkthread.server.indicators.intake.SubmissionFile;
import org.springframework.stereotype.Repository;

/** Takes staged counts into the cells: the same stay, others are superseded, all in a few statements for any size. */
@Repository
public class Merge {

    private static final String COMPARE = """
            create temporary table incoming on commit drop as
            select sums.*, cell.id as current_id,
                case
                    when cell.id is not null and (cell.numerator, cell.denominator, cell.expected)
                        is not distinct from (sums.numerator, sums.denominator, sums.expected) then 'same'
                    when ?::boolean then 'late'
                    when cell.id is null then 'new'
                    else 'changed'
                end as state
            from (
                select indicator, organisation, service_line, period_start, period_end,
                    sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator,
                    sum(expected) as expected, max(definition_version) as definition_version
                from staged
                group by indicator, organisation, service_line, period_start, period_end) as sums
            left join indicators.cell as cell on cell.indicator = sums.indicator
                and cell.organisation = sums.organisation and cell.service_line = sums.service_line
                and cell.period_start = sums.period_start and cell.period_end = sums.period_end
                and cell.superseded_at is null
            """;

    private static final String TALLY = """
            select count(*) filter (where added) as added, count(*) filter (where changed and not added) as changed,
                count(*) filter (where late and not added and not changed) as late
            from (
                select staged.line, bool_or(state = 'new') as added, bool_or(state = 'changed') as changed,
                    bool_or(state = 'late') as late
                from staged
                join incoming using (indicator, organisation, service_line, period_start, period_end)
                group by staged.line) as lines
            """;

    private static final String SUPERSEDE = """
            update indicators.cell set superseded_at = ?::timestamptz, superseded_by = ?
            from incoming where incoming.state = 'changed' and cell.id = incoming.current_id
            """;

    private static final String WITHDRAW = """
            update indicators.cell set superseded_at = ?::timestamptz, superseded_by = ?
            where superseded_at is null and indicator in (select indicator from incoming)
                and period_start = ?::date and period_end = ?::date
                and submission in (select id from indicators.submission where kind = ?)
                and not exists (select 1 from incoming where incoming.current_id = cell.id)
                and submission <> ?
            """;

    private static final String INSERT = """
            insert into indicators.cell (indicator, organisation, service_line, period_start, period_end, numerator,
                denominator, expected, definition_version, submission, status, recorded_at, superseded_at, superseded_by)
            select indicator, organisation, service_line, period_start, period_end, numerator, denominator, expected,
                definition_version, ?, case when state = 'new' then ? else ? end, ?::timestamptz,
                case when state = 'late' then ?::timestamptz end, case when state = 'late' then ?::bigint end
            from incoming where state <> 'same'
            order by indicator, period_start, organisation, service_line
            """;

    private static final int MANY_ROWS = 1_000;
    private static final long ONE_IMPORT_AT_A_TIME = 3_000_001L;

    private final DSLContext sql;

    Merge(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * How many lines say something new, supersede something, or come after a later edition.
     *
     * @param late lines kept as history only
     */
    public record Tally(long added, long changed, long late) {}

    /**
     * What is known of the file.
     *
     * @param read how many rows it has
     * @param rejected how many of them were left out
     */
    public record Arrival(
            String kind, String fileName, String sha256, String receivedFrom, Instant at, long read, long rejected) {}

    /** Holds back other imports until the end of the transaction. */
    public void lock() {
        sql.execute("select pg_advisory_xact_lock(?)", ONE_IMPORT_AT_A_TIME);
    }

    /** Compares what is staged with what is held. Nothing is written yet. */
    public Tally compare(String kind, SubmissionFile file) {
        sql.execute(COMPARE, laterEdition(kind, file).isPresent());
        // Without statistics the planner takes the table for a small one and loops where it should hash.
        sql.execute("analyze incoming");
        Record tally = sql.fetchSingle(TALLY);
        return new Tally(
                tally.get("added", Long.class), tally.get("changed", Long.class), tally.get("late", Long.class));
    }

    /** Writes what {@link #compare} found. Gives the number of the submission. */
    public long write(Arrival arrival, SubmissionFile file) {
        OffsetDateTime now = arrival.at().atOffset(ZoneOffset.UTC);
        Optional<Long> later = laterEdition(arrival.kind(), file);
        long submission = receive(arrival, file, now);
        sql.execute(SUPERSEDE, now, submission);
        if (later.isEmpty() && file.covers().isPresent()) {
            Period covered = file.covers().get();
            sql.execute(WITHDRAW, now, submission, covered.start(), covered.end(), arrival.kind(), submission);
        }
        sql.execute(
                INSERT,
                submission,
                status(file.statusOfNew()),
                status(file.statusOfChanged()),
                now,
                now,
                later.orElse(submission));
        if (arrival.read() >= MANY_ROWS) {
            // What is read next must not be planned for the table as it was before a large file.
            sql.execute("analyze indicators.cell");
        }
        return submission;
    }

    private long receive(Arrival arrival, SubmissionFile file, OffsetDateTime now) {
        return sql.insertInto(SUBMISSION)
                .set(SUBMISSION.KIND, arrival.kind())
                .set(SUBMISSION.FILE_NAME, arrival.fileName())
                .set(SUBMISSION.SHA256, arrival.sha256())
                .set(SUBMISSION.EDITION, file.edition().code())
                .set(SUBMISSION.PUBLICATION, file.publication())
                .set(SUBMISSION.RECEIVED_AT, now)
                .set(SUBMISSION.RECEIVED_FROM, arrival.receivedFrom())
                .set(SUBMISSION.ROWS_READ, arrival.read())
                .set(SUBMISSION.ROWS_REJECTED, arrival.rejected())
                .set(SUBMISSION.COVERS_START, file.covers().map(Period::start).orElse(null))
                .set(SUBMISSION.COVERS_END, file.covers().map(Period::end).orElse(null))
                .returningResult(SUBMISSION.ID)
                .fetchSingle()
                .value1();
    }

    /** The latest revised edition of the same publication that is here already, if this file is not one itself. */
    private Optional<Long> laterEdition(String kind, SubmissionFile file) {
        if (file.edition() == Edition.REVISED || file.covers().isEmpty()) {
            return Optional.empty();
        }
        Period covered = file.covers().get();
        return sql.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION
                        .KIND
                        .eq(kind)
                        .and(SUBMISSION.EDITION.eq(Edition.REVISED.code()))
                        .and(SUBMISSION.COVERS_START.eq(covered.start()))
                        .and(SUBMISSION.COVERS_END.eq(covered.end())))
                .orderBy(SUBMISSION.ID.desc())
                .limit(1)
                .fetchOptional(SUBMISSION.ID);
    }

    private static String status(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
