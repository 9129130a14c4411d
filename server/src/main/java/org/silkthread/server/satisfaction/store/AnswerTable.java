package org.silkthread.server.satisfaction.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.silkthread.schema.satisfaction.Tables.ANSWER;
import static org.silkthread.schema.satisfaction.Tables.COLLECTION_POINT;
import static org.silkthread.schema.satisfaction.Tables.REPLY;
import static org.silkthread.schema.satisfaction.Tables.WORDS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.satisfaction.FormQuestion;
import org.silkthread.server.satisfaction.Grade;
import org.springframework.stereotype.Repository;

/** The tables of answers. Only the system reads them. */
@Repository
public class AnswerTable {

    /** An answer by tapping on a screen. */
    public static final String TAP = "tap";
    /** An answer by the form. */
    public static final String FORM = "form";

    private static final String PAPER = "paper";

    private final DSLContext database;

    AnswerTable(DSLContext database) {
        this.database = database;
    }

    /**
     * Which answers are counted.
     *
     * @param until the moment after the last
     * @param knownBy what was recorded at this moment or later is left out
     */
    public record Window(String organisation, String department, Instant from, Instant until, Instant knownBy) {

        Condition holds() {
            return COLLECTION_POINT
                    .ORGANISATION
                    .eq(organisation)
                    .and(lower(COLLECTION_POINT.DEPARTMENT).eq(department.toLowerCase(Locale.UK)))
                    .and(ANSWER.ANSWERED_AT.ge(from.atOffset(ZoneOffset.UTC)))
                    .and(ANSWER.ANSWERED_AT.lt(until.atOffset(ZoneOffset.UTC)))
                    .and(ANSWER.RECORDED_AT.lt(knownBy.atOffset(ZoneOffset.UTC)));
        }
    }

    /** What somebody wrote. Of the moment only the day is told, so that nobody looks up who was there. */
    public record Words(LocalDate day, Grade grade, String content) {}

    /** Lets one answer of a point after another through, until the end of the transaction. */
    public void waitForTurn(UUID point) {
        database.fetch("select pg_advisory_xact_lock(hashtextextended(?, 104))", point.toString());
    }

    public boolean knows(UUID once) {
        return database.fetchExists(ANSWER, ANSWER.ONCE.eq(once));
    }

    /** How many answers a point had since a moment. */
    public int since(UUID point, String channel, Instant since) {
        return database.fetchCount(
                ANSWER,
                ANSWER.COLLECTION_POINT
                        .eq(point)
                        .and(ANSWER.CHANNEL.eq(channel))
                        .and(ANSWER.RECORDED_AT.gt(since.atOffset(ZoneOffset.UTC))));
    }

    /** Adds an answer and gives its id. */
    public long add(UUID point, String channel, Grade grade, UUID once, Instant now) {
        return database.insertInto(ANSWER)
                .set(ANSWER.COLLECTION_POINT, point)
                .set(ANSWER.CHANNEL, channel)
                .set(ANSWER.GRADE, grade.number())
                .set(ANSWER.ONCE, once)
                .set(ANSWER.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
                .set(ANSWER.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .returningResult(ANSWER.ID)
                .fetchSingle()
                .value1();
    }

    /** An answer on paper. */
    public record Card(UUID point, Grade grade, UUID once, Instant answeredAt, Instant recordedAt) {}

    /** Adds those cards that are not there yet, and says how many. */
    public long addMissing(List<Card> cards) {
        if (cards.isEmpty()) {
            return 0;
        }
        var insert = database.insertInto(
                ANSWER,
                ANSWER.COLLECTION_POINT,
                ANSWER.CHANNEL,
                ANSWER.GRADE,
                ANSWER.ONCE,
                ANSWER.ANSWERED_AT,
                ANSWER.RECORDED_AT);
        for (Card card : cards) {
            insert = insert.values(
                    card.point(),
                    PAPER,
                    card.grade().number(),
                    card.once(),
                    card.answeredAt().atOffset(ZoneOffset.UTC),
                    card.recordedAt().atOffset(ZoneOffset.UTC));
        }
        return insert.onConflictDoNothing().execute();
    }

    public void addReply(long answer, FormQuestion question, FormQuestion.Reply reply) {
        database.insertInto(REPLY)
                .set(REPLY.ANSWER, answer)
                .set(REPLY.QUESTION, question.code())
                .set(REPLY.REPLY_, reply.name())
                .execute();
    }

    public void addWords(long answer, String content) {
        database.insertInto(WORDS)
                .set(WORDS.ANSWER, answer)
                .set(WORDS.CONTENT, content)
                .execute();
    }

    /** How often each grade was given. */
    public Map<Grade, Long> counts(Window window) {
        Map<Grade, Long> counts = new EnumMap<>(Grade.class);
        database.select(ANSWER.GRADE, count())
                .from(ANSWER)
                .join(COLLECTION_POINT)
                .on(COLLECTION_POINT.ID.eq(ANSWER.COLLECTION_POINT))
                .where(window.holds())
                .groupBy(ANSWER.GRADE)
                .forEach(row -> counts.put(Grade.values()[row.value1() - 1], (long) row.value2()));
        return counts;
    }

    /** How often each reply to a question was given. */
    public Map<FormQuestion.Reply, Long> replies(Window window, FormQuestion question) {
        Map<FormQuestion.Reply, Long> counts = new EnumMap<>(FormQuestion.Reply.class);
        database.select(REPLY.REPLY_, count())
                .from(REPLY)
                .join(ANSWER)
                .on(ANSWER.ID.eq(REPLY.ANSWER))
                .join(COLLECTION_POINT)
                .on(COLLECTION_POINT.ID.eq(ANSWER.COLLECTION_POINT))
                .where(window.holds())
                .and(REPLY.QUESTION.eq(question.code()))
                .groupBy(REPLY.REPLY_)
                .forEach(row -> counts.put(FormQuestion.Reply.valueOf(row.value1()), (long) row.value2()));
        return counts;
    }

    /** The newest of what people wrote at a point. */
    public List<Words> words(UUID point, int most) {
        return database.select(ANSWER.RECORDED_AT, ANSWER.GRADE, WORDS.CONTENT)
                .from(WORDS)
                .join(ANSWER)
                .on(ANSWER.ID.eq(WORDS.ANSWER))
                .where(ANSWER.COLLECTION_POINT.eq(point))
                .orderBy(ANSWER.ID.desc())
                .limit(most)
                .fetch(row -> new Words(
                        LocalDate.ofInstant(row.value1().toInstant(), UkTime.ZONE),
                        Grade.values()[row.value2() - 1],
                        row.value3()));
    }
}
