package org.silkthread.server.persons.store;

import static org.silkthread.schema.persons.Tables.MERGE;
import static org.silkthread.schema.persons.Tables.MERGE_UNDONE;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.silkthread.server.persons.Merge;
import org.silkthread.server.persons.PersonId;
import org.springframework.stereotype.Repository;

/** Which records were found to be of one person. */
@Repository
public class MergeTable {

    private final DSLContext sql;

    MergeTable(DSLContext sql) {
        this.sql = sql;
    }

    public void add(UUID id, PersonId merged, PersonId survivor, String reason, String by, Instant now) {
        sql.insertInto(MERGE)
                .set(MERGE.ID, id)
                .set(MERGE.MERGED, merged.value())
                .set(MERGE.SURVIVOR, survivor.value())
                .set(MERGE.REASON, reason)
                .set(MERGE.RECORDED_AT, Columns.utc(now))
                .set(MERGE.RECORDED_BY, by)
                .execute();
    }

    public void undo(UUID id, String reason, String by, Instant now) {
        sql.insertInto(MERGE_UNDONE)
                .set(MERGE_UNDONE.MERGE, id)
                .set(MERGE_UNDONE.REASON, reason)
                .set(MERGE_UNDONE.RECORDED_AT, Columns.utc(now))
                .set(MERGE_UNDONE.RECORDED_BY, by)
                .execute();
    }

    public Optional<Merge> find(UUID id) {
        return read(MERGE.ID.eq(id)).stream().findFirst();
    }

    /** Every merge of a record, undone or not, latest first. */
    public List<Merge> of(PersonId person) {
        return read(MERGE.MERGED.eq(person.value()).or(MERGE.SURVIVOR.eq(person.value())));
    }

    /** The record that a record is shown with: itself, or the one it was merged into. */
    public PersonId survivor(PersonId person) {
        return of(person).stream()
                .filter(merge -> merge.undone().isEmpty() && merge.merged().equals(person))
                .map(Merge::survivor)
                .findFirst()
                .orElse(person);
    }

    /** A surviving record and those that are shown with it. */
    public Set<PersonId> shownWith(PersonId survivor) {
        Set<PersonId> records = new HashSet<>();
        records.add(survivor);
        of(survivor).stream()
                .filter(merge -> merge.undone().isEmpty() && merge.survivor().equals(survivor))
                .forEach(merge -> records.add(merge.merged()));
        return records;
    }

    private List<Merge> read(Condition condition) {
        return sql.select()
                .from(MERGE)
                .leftJoin(MERGE_UNDONE)
                .on(MERGE_UNDONE.MERGE.eq(MERGE.ID))
                .where(condition)
                .orderBy(MERGE.RECORDED_AT.desc(), MERGE.ID)
                .fetch(MergeTable::merge);
    }

    private static Merge merge(Record row) {
        Optional<Merge.Undone> undone = Optional.ofNullable(row.get(MERGE_UNDONE.RECORDED_AT))
                .map(at -> new Merge.Undone(
                        row.get(MERGE_UNDONE.REASON), at.toInstant(), row.get(MERGE_UNDONE.RECORDED_BY)));
        return new Merge(
                row.get(MERGE.ID),
                new PersonId(row.get(MERGE.MERGED)),
                new PersonId(row.get(MERGE.SURVIVOR)),
                row.get(MERGE.REASON),
                row.get(MERGE.RECORDED_AT).toInstant(),
                row.get(MERGE.RECORDED_BY),
                undone);
    }
}
