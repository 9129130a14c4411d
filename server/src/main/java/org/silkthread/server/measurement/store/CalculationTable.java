package org.silkthread.server.measurement.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.silkthread.schema.measurement.Tables.CALCULATION;
import static org.silkthread.schema.measurement.Tables.CALCULATION_MEASURE;
import static org.silkthread.schema.measurement.Tables.PART;
import static org.silkthread.schema.measurement.Tables.STEP;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.silkthread.schema.measurement.tables.records.CalculationRecord;
import org.silkthread.schema.measurement.tables.records.StepRecord;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.measurement.Calculation;
import org.silkthread.server.measurement.CalculationState;
import org.springframework.stereotype.Repository;

/** Calculations with their parts and steps. */
@Repository
public class CalculationTable {

    private static final String TAKEN_UP = "taken-up";
    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";
    private static final String CANCELLED = "cancelled";

    private final DSLContext sql;

    CalculationTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Writes a new calculation down; its number is not looked at. Gives the number that it has from now on. */
    public long add(Calculation asked) {
        long id = sql.insertInto(CALCULATION)
                .set(CALCULATION.ORGANISATION, asked.organisation())
                .set(CALCULATION.PERIOD_START, asked.period().start())
                .set(CALCULATION.PERIOD_END, asked.period().end())
                .set(CALCULATION.PARTS, asked.progress().parts())
                .set(CALCULATION.CONTENT_DIGEST, asked.contentDigest())
                .set(CALCULATION.POPULATION_DIGEST, asked.populationDigest())
                .set(CALCULATION.ASKED_AT, utc(asked.askedAt()))
                .set(CALCULATION.USERNAME, asked.username())
                .set(CALCULATION.PERSON_NAME, asked.personName())
                .returningResult(CALCULATION.ID)
                .fetchSingle()
                .value1();
        int position = 0;
        for (Calculation.Choice measure : asked.measures()) {
            sql.insertInto(CALCULATION_MEASURE)
                    .set(CALCULATION_MEASURE.CALCULATION, id)
                    .set(CALCULATION_MEASURE.POSITION, ++position)
                    .set(CALCULATION_MEASURE.MEASURE, measure.measure())
                    .set(CALCULATION_MEASURE.TITLE, measure.title())
                    .execute();
        }
        return id;
    }

    public Optional<Calculation> find(long id) {
        return read(CALCULATION.ID.eq(id), 1).stream().findFirst();
    }

    /** The latest calculations, latest first. */
    public List<Calculation> latest(int limit) {
        return read(CALCULATION.ID.isNotNull(), limit);
    }

    /** The numbers of those that are not over, the one that waits longest first. */
    public List<Long> open() {
        return sql.select(CALCULATION.ID)
                .from(CALCULATION)
                .where(notExists(
                        selectOne().from(STEP).where(STEP.CALCULATION.eq(CALCULATION.ID), STEP.STEP_.ne(TAKEN_UP))))
                .orderBy(CALCULATION.ID)
                .fetch(CALCULATION.ID);
    }

    /** Notes that a server begins to work on it. */
    public void takeUp(long id, String by, Instant at) {
        step(id, TAKEN_UP, by, "", at);
    }

    /** How often it was taken up since a part of it was last done. */
    public int takenUpInVain(long id) {
        var lastDone = sql.select(coalesce(max(PART.DONE_AT), utc(Instant.EPOCH)))
                .from(PART)
                .where(PART.CALCULATION.eq(id));
        return sql.fetchCount(STEP, STEP.CALCULATION.eq(id), STEP.STEP_.eq(TAKEN_UP), STEP.AT.gt(lastDone.asField()));
    }

    /**
     * Ends it.
     *
     * @return whether this ended it; not when it was over before
     */
    public boolean complete(long id, String by, String words, Instant at) {
        return step(id, COMPLETED, by, words, at);
    }

    /** The same for one that cannot be done. */
    public boolean fail(long id, String by, String reason, Instant at) {
        return step(id, FAILED, by, reason, at);
    }

    /** The same for one that somebody calls off. */
    public boolean cancel(long id, String by, Instant at) {
        return step(id, CANCELLED, by, "", at);
    }

    private boolean step(long id, String step, String by, String words, Instant at) {
        return sql.insertInto(STEP)
                        .set(STEP.CALCULATION, id)
                        .set(STEP.STEP_, step)
                        .set(STEP.DONE_BY, by)
                        .set(STEP.WORDS, words)
                        .set(STEP.AT, utc(at))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Whether nothing more may be done to it. */
    public boolean isOver(long id) {
        return sql.fetchExists(STEP, STEP.CALCULATION.eq(id), STEP.STEP_.ne(TAKEN_UP));
    }

    /** Keeps the tally of a part. One that is there already is the same and stays. */
    public void keep(long id, int part, long patients, String tally, Instant at) {
        sql.insertInto(PART)
                .set(PART.CALCULATION, id)
                .set(PART.PART_, part)
                .set(PART.PATIENTS, patients)
                .set(PART.TALLY, tally)
                .set(PART.DONE_AT, utc(at))
                .onConflictDoNothing()
                .execute();
    }

    /** The tallies that are kept, by part. */
    public Map<Integer, String> tallies(long id) {
        return sql.select(PART.PART_, PART.TALLY)
                .from(PART)
                .where(PART.CALCULATION.eq(id))
                .fetchMap(PART.PART_, PART.TALLY);
    }

    private List<Calculation> read(Condition condition, int limit) {
        List<CalculationRecord> rows = sql.selectFrom(CALCULATION)
                .where(condition)
                .orderBy(CALCULATION.ID.desc())
                .limit(limit)
                .fetch();
        List<Long> ids = rows.stream().map(CalculationRecord::getId).toList();
        Map<Long, List<Calculation.Choice>> measures = measures(ids);
        Map<Long, Calculation.Progress> progress = progress(ids);
        Map<Long, StepRecord> steps = lastSteps(ids);
        return rows.stream()
                .map(row -> new Calculation(
                        row.getId(),
                        row.getOrganisation(),
                        new Period(row.getPeriodStart(), row.getPeriodEnd()),
                        measures.getOrDefault(row.getId(), List.of()),
                        row.getContentDigest(),
                        row.getPopulationDigest(),
                        row.getAskedAt().toInstant(),
                        row.getUsername(),
                        row.getPersonName(),
                        Optional.ofNullable(progress.get(row.getId()))
                                .map(done -> new Calculation.Progress(row.getParts(), done.done(), done.patients()))
                                .orElse(new Calculation.Progress(row.getParts(), 0, 0)),
                        state(Optional.ofNullable(steps.get(row.getId())))))
                .toList();
    }

    private Map<Long, List<Calculation.Choice>> measures(Collection<Long> ids) {
        return sql.selectFrom(CALCULATION_MEASURE)
                .where(CALCULATION_MEASURE.CALCULATION.in(ids))
                .orderBy(CALCULATION_MEASURE.POSITION)
                .fetchGroups(
                        CALCULATION_MEASURE.CALCULATION,
                        row -> new Calculation.Choice(row.getMeasure(), row.getTitle()));
    }

    /** What is done of each; the number of parts in all is not known here and 0. */
    private Map<Long, Calculation.Progress> progress(Collection<Long> ids) {
        return sql.select(PART.CALCULATION, count(), coalesce(sum(PART.PATIENTS), BigDecimal.ZERO))
                .from(PART)
                .where(PART.CALCULATION.in(ids))
                .groupBy(PART.CALCULATION)
                .fetchMap(
                        PART.CALCULATION,
                        row -> new Calculation.Progress(
                                0, row.value2(), row.value3().longValueExact()));
    }

    /** The step that says where each stands: the one that ended it, or else the last. */
    private Map<Long, StepRecord> lastSteps(Collection<Long> ids) {
        return sql.selectDistinct(STEP.asterisk())
                .on(STEP.CALCULATION)
                .from(STEP)
                .where(STEP.CALCULATION.in(ids))
                .orderBy(STEP.CALCULATION, STEP.STEP_.eq(TAKEN_UP), STEP.ID.desc())
                .fetchInto(STEP)
                .intoMap(STEP.CALCULATION);
    }

    private static CalculationState state(Optional<StepRecord> last) {
        if (last.isEmpty()) {
            return new CalculationState.Waiting();
        }
        StepRecord step = last.get();
        Instant at = step.getAt().toInstant();
        return switch (step.getStep()) {
            case COMPLETED -> new CalculationState.Completed(at, step.getWords());
            case FAILED -> new CalculationState.Failed(at, step.getWords());
            case CANCELLED -> new CalculationState.Cancelled(at, step.getDoneBy());
            default -> new CalculationState.Running(at);
        };
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
