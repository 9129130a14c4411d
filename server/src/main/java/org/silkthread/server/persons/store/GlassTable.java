package org.silkthread.server.persons.store;

import static org.silkthread.schema.persons.Tables.BROKEN_GLASS;
import static org.silkthread.schema.persons.Tables.GLASS_REVIEW;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.silkthread.server.persons.BrokenGlass;
import org.silkthread.server.persons.EmergencyReason;
import org.silkthread.server.persons.PersonId;
import org.springframework.stereotype.Repository;

/** Records opened in an emergency, and what privacy officers made of it. */
@Repository
public class GlassTable {

    private final DSLContext sql;

    GlassTable(DSLContext sql) {
        this.sql = sql;
    }

    public void add(BrokenGlass glass) {
        sql.insertInto(BROKEN_GLASS)
                .set(BROKEN_GLASS.ID, glass.id())
                .set(BROKEN_GLASS.PERSON, glass.person().value())
                .set(BROKEN_GLASS.USERNAME, glass.username())
                .set(BROKEN_GLASS.NAME, glass.name())
                .set(BROKEN_GLASS.ROLE, glass.role())
                .set(BROKEN_GLASS.ORGANISATION, glass.organisation())
                .set(BROKEN_GLASS.REASON, glass.reason().code())
                .set(BROKEN_GLASS.WORDS, glass.words())
                .set(BROKEN_GLASS.BROKEN_AT, Columns.utc(glass.brokenAt()))
                .set(BROKEN_GLASS.UNTIL, Columns.utc(glass.until()))
                .execute();
    }

    /** Records what came of a review; false if somebody was quicker. */
    public boolean review(UUID glass, BrokenGlass.Review review) {
        return sql.insertInto(GLASS_REVIEW)
                        .set(GLASS_REVIEW.BROKEN_GLASS, glass)
                        .set(GLASS_REVIEW.OUTCOME, review.outcome().code())
                        .set(GLASS_REVIEW.WORDS, review.words())
                        .set(GLASS_REVIEW.USERNAME, review.username())
                        .set(GLASS_REVIEW.NAME, review.name())
                        .set(GLASS_REVIEW.RECORDED_AT, Columns.utc(review.at()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public Optional<BrokenGlass> find(UUID id) {
        return read(BROKEN_GLASS.ID.eq(id)).stream().findFirst();
    }

    /** Those by somebody on one of these records that have not ended at a moment. */
    public List<BrokenGlass> open(String username, Collection<PersonId> persons, Instant at) {
        return read(BROKEN_GLASS
                .USERNAME
                .eq(username)
                .and(BROKEN_GLASS.PERSON.in(
                        persons.stream().map(PersonId::value).toList()))
                .and(BROKEN_GLASS.UNTIL.gt(Columns.utc(at))));
    }

    /** All at these organisations, latest first. */
    public List<BrokenGlass> at(Collection<String> organisations) {
        return read(BROKEN_GLASS.ORGANISATION.in(organisations));
    }

    /** All in the country, latest first. */
    public List<BrokenGlass> everywhere() {
        return read(org.jooq.impl.DSL.noCondition());
    }

    private List<BrokenGlass> read(Condition condition) {
        return sql.select()
                .from(BROKEN_GLASS)
                .leftJoin(GLASS_REVIEW)
                .on(GLASS_REVIEW.BROKEN_GLASS.eq(BROKEN_GLASS.ID))
                .where(condition)
                .orderBy(BROKEN_GLASS.BROKEN_AT.desc(), BROKEN_GLASS.ID)
                .fetch(GlassTable::glass);
    }

    private static BrokenGlass glass(Record row) {
        Optional<BrokenGlass.Review> review = Optional.ofNullable(row.get(GLASS_REVIEW.OUTCOME))
                .map(outcome -> new BrokenGlass.Review(
                        BrokenGlass.Outcome.of(outcome).orElseThrow(),
                        row.get(GLASS_REVIEW.WORDS),
                        row.get(GLASS_REVIEW.USERNAME),
                        row.get(GLASS_REVIEW.NAME),
                        row.get(GLASS_REVIEW.RECORDED_AT).toInstant()));
        return new BrokenGlass(
                row.get(BROKEN_GLASS.ID),
                new PersonId(row.get(BROKEN_GLASS.PERSON)),
                row.get(BROKEN_GLASS.USERNAME),
                row.get(BROKEN_GLASS.NAME),
                row.get(BROKEN_GLASS.ROLE),
                row.get(BROKEN_GLASS.ORGANISATION),
                EmergencyReason.of(row.get(BROKEN_GLASS.REASON)).orElseThrow(),
                row.get(BROKEN_GLASS.WORDS),
                row.get(BROKEN_GLASS.BROKEN_AT).toInstant(),
                row.get(BROKEN_GLASS.UNTIL).toInstant(),
                review);
    }
}
