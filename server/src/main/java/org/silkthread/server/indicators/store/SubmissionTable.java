package org.silkthread.server.indicators.store;

import static org.silkthread.schema.indicators.Tables.SUBMISSION;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The files that were received. */
@Repository
public class SubmissionTable {

    private final DSLContext sql;

    SubmissionTable(DSLContext sql) {
        this.sql = sql;
    }

    /** What is published of a submission beside a figure. */
    public record Received(long id, String publication, String file, Instant at) {}

    /** The submissions of these numbers, by number. */
    public Map<Long, Received> find(Collection<Long> ids) {
        return sql.select(SUBMISSION.ID, SUBMISSION.PUBLICATION, SUBMISSION.FILE_NAME, SUBMISSION.RECEIVED_AT)
                .from(SUBMISSION)
                .where(SUBMISSION.ID.in(ids))
                .fetchMap(
                        SUBMISSION.ID,
                        row -> new Received(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4().toInstant()));
    }

    /** The submission of a file that was taken in whole before, told by its digest. */
    public Optional<Long> received(String kind, String sha256) {
        return sql.select(SUBMISSION.ID)
                .from(SUBMISSION)
                .where(SUBMISSION
                        .KIND
                        .eq(kind)
                        .and(SUBMISSION.SHA256.eq(sha256))
                        .and(SUBMISSION.ROWS_REJECTED.eq(0L)))
                .fetchOptional(SUBMISSION.ID);
    }
}
