package org.silkthread.server.regulation.store;

import static org.jooq.impl.DSL.val;
import static org.silkthread.schema.regulation.Tables.DECISION;
import static org.silkthread.schema.regulation.Tables.VALIDATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.regulation.Recomputation;
import org.silkthread.server.regulation.Validation;
import org.silkthread.server.regulation.Verdict;
import org.springframework.stereotype.Repository;

/** Writes and reads verdicts and decisions. */
@Repository
public class ValidationTable {

    private final DSLContext sql;

    ValidationTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes everybody else who has something to say about this figure wait until this transaction ends. */
    public void lock(FigureId figure) {
        sql.select(DSL.field(
                        "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        Object.class, val("validation " + figure.code())))
                .fetch();
    }

    public void add(Validation.Proposed proposal) {
        FigureId figure = proposal.about();
        sql.insertInto(VALIDATION)
                .set(VALIDATION.ID, proposal.key())
                .set(VALIDATION.FIGURE, figure.code())
                .set(VALIDATION.INDICATOR, figure.indicator())
                .set(VALIDATION.ORGANISATION, figure.organisation())
                .set(VALIDATION.PERIOD_START, figure.period().start())
                .set(VALIDATION.PERIOD_END, figure.period().end())
                .set(VALIDATION.VERDICT, proposal.finding().code())
                .set(VALIDATION.REASON, proposal.reason())
                .set(VALIDATION.RECOMPUTED_AGREES, proposal.recomputation().agrees())
                .set(VALIDATION.RECOMPUTED_WORDS, proposal.recomputation().words())
                .set(VALIDATION.FIGURE_RECORDED_AT, utc(proposal.recomputation().figureRecordedAt()))
                .set(VALIDATION.USERNAME, proposal.by().username())
                .set(VALIDATION.PERSON_NAME, proposal.by().name())
                .set(VALIDATION.PERSON_ROLE, proposal.by().role())
                .set(VALIDATION.PERSON_ORGANISATION, proposal.by().organisation())
                .set(VALIDATION.RECORDED_AT, utc(proposal.at()))
                .execute();
    }

    public void add(Validation.Confirmed confirmed) {
        decide(confirmed.id(), "confirm", Optional.empty(), confirmed.by(), confirmed.at());
    }

    public void add(Validation.Declined declined) {
        decide(declined.id(), "decline", Optional.of(declined.why()), declined.by(), declined.at());
    }

    private void decide(UUID id, String decision, Optional<String> reason, Actor.Person by, Instant at) {
        sql.insertInto(DECISION)
                .set(DECISION.VALIDATION, id)
                .set(DECISION.DECISION_, decision)
                .set(DECISION.REASON, reason.orElse(null))
                .set(DECISION.USERNAME, by.username())
                .set(DECISION.PERSON_NAME, by.name())
                .set(DECISION.PERSON_ROLE, by.role())
                .set(DECISION.PERSON_ORGANISATION, by.organisation())
                .set(DECISION.DECIDED_AT, utc(at))
                .execute();
    }

    public Optional<Validation> find(UUID id) {
        return where(VALIDATION.ID.eq(id), Integer.MAX_VALUE).stream().findFirst();
    }

    /** Every verdict on a figure, latest first. */
    public List<Validation> of(FigureId figure) {
        return where(VALIDATION.FIGURE.eq(figure.code()), Integer.MAX_VALUE);
    }

    /** Those that wait for a second person, latest first. */
    public List<Validation> waiting() {
        return where(DECISION.VALIDATION.isNull(), Integer.MAX_VALUE);
    }

    /** The latest of all, latest first. */
    public List<Validation> latest(int limit) {
        return where(DSL.noCondition(), limit);
    }

    /** Confirmed verdicts on any period of these indicators at these organisations, latest confirmed first. */
    public List<Validation> confirmed(Collection<String> indicators, Collection<String> organisations) {
        return sql.select()
                .from(VALIDATION)
                .join(DECISION)
                .on(DECISION.VALIDATION.eq(VALIDATION.ID))
                .where(DECISION.DECISION_.eq("confirm"))
                .and(VALIDATION.INDICATOR.in(indicators))
                .and(VALIDATION.ORGANISATION.in(organisations))
                .orderBy(DECISION.DECIDED_AT.desc())
                .fetch(ValidationTable::validation);
    }

    private List<Validation> where(Condition condition, int limit) {
        return sql.select()
                .from(VALIDATION)
                .leftJoin(DECISION)
                .on(DECISION.VALIDATION.eq(VALIDATION.ID))
                .where(condition)
                .orderBy(VALIDATION.RECORDED_AT.desc(), VALIDATION.ID)
                .limit(limit)
                .fetch(ValidationTable::validation);
    }

    private static Validation validation(Record row) {
        Validation.Proposed proposed = proposed(row);
        String decision = row.get(DECISION.DECISION_);
        if (decision == null) {
            return proposed;
        }
        Actor.Person by = new Actor.Person(
                row.get(DECISION.USERNAME),
                row.get(DECISION.PERSON_NAME),
                row.get(DECISION.PERSON_ROLE),
                row.get(DECISION.PERSON_ORGANISATION));
        Instant at = row.get(DECISION.DECIDED_AT).toInstant();
        return switch (decision) {
            case "confirm" -> new Validation.Confirmed(proposed, by, at);
            case "decline" ->
                new Validation.Declined(proposed, by, Objects.requireNonNullElse(row.get(DECISION.REASON), ""), at);
            default -> throw new IllegalStateException("Unknown decision " + decision);
        };
    }

    private static Validation.Proposed proposed(Record row) {
        return new Validation.Proposed(
                row.get(VALIDATION.ID),
                FigureId.parse(row.get(VALIDATION.FIGURE)),
                Verdict.of(row.get(VALIDATION.VERDICT)).orElseThrow(),
                row.get(VALIDATION.REASON),
                new Recomputation(
                        row.get(VALIDATION.RECOMPUTED_AGREES),
                        row.get(VALIDATION.RECOMPUTED_WORDS),
                        row.get(VALIDATION.FIGURE_RECORDED_AT).toInstant()),
                new Actor.Person(
                        row.get(VALIDATION.USERNAME),
                        row.get(VALIDATION.PERSON_NAME),
                        row.get(VALIDATION.PERSON_ROLE),
                        row.get(VALIDATION.PERSON_ORGANISATION)),
                row.get(VALIDATION.RECORDED_AT).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
