package org.silkthread.server.activity.store;

import static org.jooq.impl.DSL.any;
import static org.silkthread.schema.activity.Tables.MERGE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.silkthread.schema.activity.tables.records.MergeRecord;
import org.silkthread.server.activity.Merge;
import org.springframework.stereotype.Repository;

/** The table of what messages say of patients' numbers. */
@Repository
public class PatientMergeTable {

    /**
     * A merge with the message that it comes from.
     *
     * @param message its id in the room {@code feeds}
     */
    public record Row(long message, String feed, String organisation, Instant receivedAt, Merge merge) {}

    private final DSLContext database;

    PatientMergeTable(DSLContext database) {
        this.database = database;
    }

    public void add(List<Row> rows) {
        database.batchInsert(rows.stream().map(PatientMergeTable::row).toList()).execute();
    }

    private static MergeRecord row(Row row) {
        MergeRecord filled = new MergeRecord();
        filled.setMessage(row.message());
        filled.setFeed(row.feed());
        filled.setOrganisation(row.organisation());
        filled.setReceivedAt(row.receivedAt().atOffset(ZoneOffset.UTC));
        filled.setGone(row.merge().gone());
        filled.setStays(row.merge().stays());
        row.merge().nhsNumber().ifPresent(filled::setNhsNumber);
        filled.setSentAt(row.merge().sentAt().atOffset(ZoneOffset.UTC));
        filled.setControlId(row.merge().controlId());
        return filled;
    }

    /**
     * All merges that concern some patients: those of their numbers, of the numbers that these became, and so on.
     *
     * @param until what was received later is left out
     */
    public List<Merge> of(String feed, Set<String> patients, Instant until) {
        Set<Merge> found = new LinkedHashSet<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = patients;
        while (!next.isEmpty()) {
            asked.addAll(next);
            List<Merge> step = ofThese(feed, next, until.atOffset(ZoneOffset.UTC));
            found.addAll(step);
            next = step.stream()
                    .map(Merge::stays)
                    .filter(number -> !asked.contains(number))
                    .collect(Collectors.toSet());
        }
        return List.copyOf(found);
    }

    private List<Merge> ofThese(String feed, Set<String> gone, OffsetDateTime until) {
        return database.selectFrom(MERGE)
                .where(MERGE.FEED.eq(feed))
                .and(MERGE.GONE.eq(any(gone.toArray(String[]::new))))
                .and(MERGE.RECEIVED_AT.le(until))
                .fetch(PatientMergeTable::merge);
    }

    private static Merge merge(MergeRecord row) {
        return new Merge(
                row.getGone(),
                row.getStays(),
                Optional.ofNullable(row.getNhsNumber()),
                row.getSentAt().toInstant(),
                row.getControlId());
    }
}
