package org.silkthread.server.disclosure.store;

import static org.silkthread.schema.disclosure.Tables.VERDICT;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.silkthread.schema.disclosure.tables.records.VerdictRecord;
import org.silkthread.server.disclosure.Examination;
import org.silkthread.server.disclosure.Verdict;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what attacks on publications found. */
@Repository
public class VerdictTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    VerdictTable(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Keeps an examination.
     *
     * @param subject what was examined, by the name that the audit trail uses
     */
    public void keep(String subject, Examination examination) {
        Verdict verdict = examination.verdict();
        sql.insertInto(VERDICT)
                .set(VERDICT.SUBJECT, subject)
                .set(VERDICT.DIGEST, verdict.digest())
                .set(VERDICT.EXAMINED_AT, examination.at().atOffset(ZoneOffset.UTC))
                .set(VERDICT.MILLISECONDS, examination.took().toMillis())
                .set(VERDICT.COUNTS, verdict.counts())
                .set(VERDICT.NUMBERS, verdict.numbers())
                .set(VERDICT.NARROWEST, verdict.narrowest())
                .set(VERDICT.RECOVERABLE, JSONB.valueOf(JSON.writeValueAsString(verdict.recoverable())))
                .set(VERDICT.UNDECIDED, verdict.undecided())
                .execute();
    }

    /** The latest examination of exactly this content. */
    public Optional<Examination> ofContent(String digest) {
        return latest(VERDICT.DIGEST.eq(digest));
    }

    /** The latest examination of a subject. */
    public Optional<Examination> ofSubject(String subject) {
        return latest(VERDICT.SUBJECT.eq(subject));
    }

    private Optional<Examination> latest(Condition condition) {
        return sql.selectFrom(VERDICT)
                .where(condition)
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchOptional(VerdictTable::examination);
    }

    private static Examination examination(VerdictRecord row) {
        return new Examination(
                new Verdict(
                        row.getDigest(),
                        row.getCounts(),
                        row.getNumbers(),
                        row.getNarrowest(),
                        List.of(JSON.readValue(row.getRecoverable().data(), Verdict.Recoverable[].class)),
                        row.getUndecided()),
                row.getExaminedAt().toInstant(),
                Duration.ofMillis(row.getMilliseconds()));
    }
}
