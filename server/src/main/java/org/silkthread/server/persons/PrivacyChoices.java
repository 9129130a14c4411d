package org.silkthread.server.persons;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.silkthread.server.persons.store.PrivacyTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person hides from others, and the lock on the whole record. Every visit here is the person's own. */
@Service
public class PrivacyChoices {

    /**
     * The age from which a person may lock the record against everybody. Below it, and for somebody who cannot decide,
     * an emergency must stay possible.
     */
    public static final int ADULT = 18;

    private final PrivacyTable table;
    private final Records records;
    private final AccessNotes notes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PrivacyChoices(
            PrivacyTable table, Records records, AccessNotes notes, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.records = records;
        this.notes = notes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Hides one item, or shows it again. */
    public void item(Visit own, UUID item, boolean hidden) {
        change(
                own,
                hidden ? "persons.hide" : "persons.show",
                "One entry.",
                () -> table.setItem(own.id(), item, hidden, own.by().username(), clock.instant()));
    }

    /** Hides a whole category, or shows it again. */
    public void category(Visit own, Category category, boolean hidden) {
        change(
                own,
                hidden ? "persons.hide" : "persons.show",
                category.title() + ".",
                () -> table.setCategory(own.id(), category, hidden, own.by().username(), clock.instant()));
    }

    /** Whether this person is old enough to lock the record. */
    public boolean mayLock(Visit own) {
        return own.person().ageOn(LocalDate.now(clock.withZone(Relationships.UK))) >= ADULT;
    }

    /**
     * Locks the whole record against everybody but the person.
     *
     * @param declaration what the person declared
     * @throws IllegalArgumentException if the person is not an adult
     */
    public void lock(Visit own, String declaration) {
        if (!mayLock(own)) {
            throw new IllegalArgumentException("Only an adult locks the whole record");
        }
        setLock(own, true, declaration);
    }

    /** Opens the record to those who could see it before. */
    public void unlock(Visit own) {
        setLock(own, false, "Unlocked by the person, signed in as themselves");
    }

    private void setLock(Visit own, boolean locked, String declaration) {
        change(
                own,
                locked ? "persons.lock" : "persons.unlock",
                declaration,
                () -> own.standing()
                        .records()
                        .forEach(record -> table.setLock(
                                record, locked, declaration, own.by().username(), clock.instant())));
    }

    private void change(Visit own, String action, String what, Runnable work) {
        records.within(
                own,
                () -> transaction.execute(status -> {
                    work.run();
                    notes.note(own, action, what);
                    return own;
                }));
    }
}
