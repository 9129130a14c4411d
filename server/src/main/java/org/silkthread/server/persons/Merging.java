package org.silkthread.server.persons;

import java.util.List;
import org.springframework.stereotype.Service;

/** Joins two records for somebody who was let into both, and takes them apart again. */
@Service
public class Merging {

    private final Persons persons;
    private final Records records;

    Merging(Persons persons, Records records) {
        this.persons = persons;
        this.records = records;
    }

    /** Every merge of the record of a visit, latest first. */
    public List<Merge> of(Visit visit) {
        return records.within(visit, () -> persons.merges(visit.id()));
    }

    /**
     * Joins the second record into the first.
     *
     * @return false if one of them is part of another merge
     */
    public boolean merge(Visit survivor, Visit merged, String reason) {
        return records.within(
                survivor,
                () -> records.within(merged, () -> {
                    try {
                        persons.merge(merged.id(), survivor.id(), reason.strip(), survivor.actor());
                        return true;
                    } catch (IllegalArgumentException joinedAlready) {
                        return false;
                    }
                }));
    }

    /** Takes a merge of the record of a visit back. */
    public void undo(Visit visit, Merge merge, String reason) {
        records.within(visit, () -> {
            persons.undo(merge, reason.strip(), visit.actor());
            return merge;
        });
    }
}
