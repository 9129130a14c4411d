package org.silkthread.server.publication.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.silkthread.schema.publication.Tables.ITEM;
import static org.silkthread.schema.publication.Tables.STEP;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.silkthread.schema.publication.tables.records.StepRecord;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.publication.FrozenCut;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.PublicationSummary;
import org.silkthread.server.publication.PublicationSummary.Stage;
import org.silkthread.server.publication.Seal;
import org.silkthread.server.publication.Step;
import org.springframework.stereotype.Repository;

/** Writes and reads the steps. */
@Repository
public class StepTable {

    private final DSLContext sql;

    StepTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes everybody else who wants to take a step with this publication wait until this transaction ends. */
    public void lock(PublicationId id) {
        sql.selectOne().from(ITEM).where(ITEM.CODE.eq(id.code())).forUpdate().fetch();
    }

    /** Writes the first step, unless there is one. */
    public boolean open(PublicationId id, Step.Open step) {
        int opened = sql.insertInto(ITEM)
                .set(ITEM.CODE, id.code())
                .set(ITEM.KIND, id.kind())
                .set(ITEM.OWNER, id.owner())
                .set(ITEM.EDITION, id.edition())
                .set(ITEM.TITLE, step.title())
                .set(ITEM.OPENED_AT, utc(step.at()))
                .onConflictDoNothing()
                .execute();
        if (opened == 0) {
            return false;
        }
        append(id, 1, step);
        return true;
    }

    public void append(PublicationId id, int sequence, Step step) {
        StepRecord row = sql.newRecord(STEP);
        row.setPublication(id.code());
        row.setSequence(sequence);
        row.setStep(name(step));
        row.setUsername(step.by().username());
        row.setPersonName(step.by().name());
        row.setPersonRole(step.by().role());
        row.setPersonOrganisation(step.by().organisation());
        row.setTakenAt(utc(step.at()));
        fill(row, step);
        row.insert();
    }

    private static void fill(StepRecord row, Step step) {
        switch (step) {
            case Step.Open open -> row.setWords(open.title());
            case Step.Write write -> {
                row.setAbout(write.section());
                row.setWords(write.text());
            }
            case Step.Freeze freeze -> {
                fill(row, freeze.cut());
                row.setSeal(freeze.seal().hash());
            }
            case Step.Attach attach -> {
                row.setAbout(attach.body());
                row.setWords(attach.words());
            }
            case Step.SignOff signOff -> {
                row.setWords(signOff.declaration());
                row.setSeal(signOff.seal().hash());
            }
            case Step.SendBack sendBack -> row.setReason(sendBack.reason());
            case Step.Publish _ -> {}
            case Step.Propose propose ->
                fill(row, propose.about(), propose.words(), propose.reason(), propose.figures());
            case Step.Correct correct ->
                fill(row, correct.about(), correct.words(), correct.reason(), correct.figures());
            case Step.Drop drop -> row.setReason(drop.reason());
            case Step.Withdraw withdraw -> row.setReason(withdraw.reason());
        }
    }

    private static void fill(StepRecord row, String about, String words, String reason, Optional<FrozenCut> figures) {
        row.setAbout(about);
        row.setWords(words);
        row.setReason(reason);
        figures.ifPresent(cut -> fill(row, cut));
    }

    private static void fill(StepRecord row, FrozenCut cut) {
        row.setCut(cut.id());
        row.setCutHash(cut.hash());
    }

    /** The publication that a cut was made for. */
    public Optional<PublicationId> publicationOf(UUID cut) {
        return sql.select(ITEM.KIND, ITEM.OWNER, ITEM.EDITION)
                .from(STEP)
                .join(ITEM)
                .on(ITEM.CODE.eq(STEP.PUBLICATION))
                .where(STEP.CUT.eq(cut))
                .limit(1)
                .fetchOptional(
                        row -> new PublicationId(row.get(ITEM.KIND), row.get(ITEM.OWNER), row.get(ITEM.EDITION)));
    }

    /** Oldest first; empty when there is no such publication. */
    public List<Step> steps(PublicationId id) {
        return sql.selectFrom(STEP)
                .where(STEP.PUBLICATION.eq(id.code()))
                .orderBy(STEP.SEQUENCE)
                .fetch(StepTable::step);
    }

    private static Step step(StepRecord row) {
        Actor.Person by = new Actor.Person(
                row.getUsername(), row.getPersonName(), row.getPersonRole(), row.getPersonOrganisation());
        Instant at = row.getTakenAt().toInstant();
        String about = Objects.requireNonNullElse(row.getAbout(), "");
        String words = Objects.requireNonNullElse(row.getWords(), "");
        String reason = Objects.requireNonNullElse(row.getReason(), "");
        return switch (row.getStep()) {
            case "open" -> new Step.Open(words, by, at);
            case "write" -> new Step.Write(about, words, by, at);
            case "freeze" -> new Step.Freeze(cut(row).orElseThrow(), new Seal(row.getSeal()), by, at);
            case "attach" -> new Step.Attach(about, words, by, at);
            case "sign-off" -> new Step.SignOff(words, new Seal(row.getSeal()), by, at);
            case "send-back" -> new Step.SendBack(reason, by, at);
            case "publish" -> new Step.Publish(by, at);
            case "propose" -> new Step.Propose(about, words, reason, cut(row), by, at);
            case "drop" -> new Step.Drop(reason, by, at);
            case "correct" -> new Step.Correct(about, words, reason, cut(row), by, at);
            case "withdraw" -> new Step.Withdraw(reason, by, at);
            default -> throw new IllegalStateException("Unknown step " + row.getStep());
        };
    }

    private static Optional<FrozenCut> cut(StepRecord row) {
        return Optional.ofNullable(row.getCut()).map(id -> new FrozenCut(id, row.getCutHash()));
    }

    /** The name of a step in the table and in the audit trail. */
    public static String name(Step step) {
        return switch (step) {
            case Step.Open _ -> "open";
            case Step.Write _ -> "write";
            case Step.Freeze _ -> "freeze";
            case Step.Attach _ -> "attach";
            case Step.SignOff _ -> "sign-off";
            case Step.SendBack _ -> "send-back";
            case Step.Publish _ -> "publish";
            case Step.Propose _ -> "propose";
            case Step.Correct _ -> "correct";
            case Step.Drop _ -> "drop";
            case Step.Withdraw _ -> "withdraw";
        };
    }

    /** Every publication of a kind without its words. */
    public List<PublicationSummary> summaries(String kind) {
        return summaries(kind, noCondition());
    }

    /** An owner's publications of a kind without their words. */
    public List<PublicationSummary> summaries(String kind, String owner) {
        return summaries(kind, ITEM.OWNER.eq(owner));
    }

    private List<PublicationSummary> summaries(String kind, Condition condition) {
        var published = max(STEP.TAKEN_AT).filterWhere(STEP.STEP_.eq("publish"));
        var corrections = count().filterWhere(STEP.STEP_.eq("correct"));
        var last = STEP.as("last");
        var latest = select(last.STEP_)
                .from(last)
                .where(last.PUBLICATION.eq(ITEM.CODE))
                .and(last.STEP_.notIn("attach"))
                .orderBy(last.SEQUENCE.desc())
                .limit(1)
                .<String>asField("latest");
        return sql.select(ITEM.OWNER, ITEM.EDITION, ITEM.TITLE, published, corrections, latest)
                .from(ITEM)
                .join(STEP)
                .on(STEP.PUBLICATION.eq(ITEM.CODE))
                .where(ITEM.KIND.eq(kind))
                .and(condition)
                .groupBy(ITEM.CODE)
                .orderBy(ITEM.OWNER, ITEM.EDITION.desc())
                .fetch(row -> new PublicationSummary(
                        new PublicationId(kind, row.get(ITEM.OWNER), row.get(ITEM.EDITION)),
                        row.get(ITEM.TITLE),
                        stage(row.get(latest), row.get(corrections)),
                        instant(row, published),
                        row.get(corrections)));
    }

    private static Optional<Instant> instant(Record row, org.jooq.Field<OffsetDateTime> field) {
        return Optional.ofNullable(row.get(field)).map(OffsetDateTime::toInstant);
    }

    private static Stage stage(String latestStep, int corrections) {
        return switch (latestStep) {
            case "open", "write", "send-back" -> Stage.DRAFT;
            case "freeze" -> Stage.FROZEN;
            case "sign-off" -> Stage.SIGNED_OFF;
            case "publish" -> Stage.PUBLISHED;
            case "propose", "drop" -> corrections == 0 ? Stage.PUBLISHED : Stage.CORRECTED;
            case "correct" -> Stage.CORRECTED;
            case "withdraw" -> Stage.WITHDRAWN;
            default -> throw new IllegalStateException("Unknown step " + latestStep);
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
