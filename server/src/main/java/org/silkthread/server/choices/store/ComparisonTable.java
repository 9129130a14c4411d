package org.silkthread.server.choices.store;

import static org.silkthread.schema.choices.Tables.COMPARISON;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.choices.PublishedBase;
import org.silkthread.server.publication.Publication;
import org.springframework.stereotype.Component;

/** Rows are only ever added; the latest of a provider and year counts. */
@Component
public class ComparisonTable {

    private final DSLContext database;

    ComparisonTable(DSLContext database) {
        this.database = database;
    }

    /** Writes what holds from {@code decidedAt} on, in the caller's transaction. */
    public void append(Publication.Public publication, Instant decidedAt, boolean withdrawn) {
        database.insertInto(COMPARISON)
                .set(COMPARISON.ORGANISATION, publication.id().owner())
                .set(COMPARISON.FINANCIAL_YEAR, publication.id().edition())
                .set(COMPARISON.CUT, publication.cut().id())
                .set(COMPARISON.CUT_HASH, publication.cut().hash())
                .set(COMPARISON.PUBLICATION, publication.id().code())
                .set(COMPARISON.PUBLICATION_VERSION, publication.version())
                .set(COMPARISON.WITHDRAWN, withdrawn)
                .set(COMPARISON.DECIDED_AT, decidedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** What holds now; nothing when no account was published, or it was withdrawn. */
    public Optional<PublishedBase> latest(String organisation, FinancialYear year) {
        return database.select(COMPARISON.CUT, COMPARISON.CUT_HASH, COMPARISON.DECIDED_AT, COMPARISON.WITHDRAWN)
                .from(COMPARISON)
                .where(COMPARISON.ORGANISATION.eq(organisation))
                .and(COMPARISON.FINANCIAL_YEAR.eq(year.code()))
                .orderBy(COMPARISON.SEQUENCE.desc())
                .limit(1)
                .fetchOptional()
                .filter(row -> !row.value4())
                .map(row -> new PublishedBase(
                        row.value1(), row.value2(), row.value3().toInstant()));
    }
}
