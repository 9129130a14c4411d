package org.silkthread.server.persons;

import java.util.Collection;
import org.silkthread.server.access.Action;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the audit trail who did what with a person's record and why. Nothing of what the record says is written. */
@Component
public class AccessNotes {

    /** Stands between what was done and why in the detail of an entry. */
    static final String BECAUSE = " Because: ";

    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    AccessNotes(AuditTrail audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param action what was done, such as {@code persons.view}
     * @param what more about it, without content, such as 'The list, 12 entries.'
     */
    public void note(Visit visit, String action, String what) {
        audit.record(new AuditEvent(visit.actor(), action, visit.id().subject(), what + BECAUSE + visit.because()));
    }

    /** Somebody did something that concerns a person without being let into the record. */
    public void note(Actor by, PersonId person, String action, String what) {
        audit.record(new AuditEvent(by, action, person.subject(), what));
    }

    /**
     * Somebody was shown who these people are, without anything of their records: one entry for each of them, so that all
     * of them can read it, and written together, so that a long list costs one wait for the disk.
     *
     * @param where what sort of list, such as 'In the list of a care team.'
     */
    void listed(Actor by, Collection<PersonId> people, String where) {
        if (!people.isEmpty()) {
            transaction.executeWithoutResult(status -> people.forEach(
                    person -> audit.record(new AuditEvent(by, "persons.view-name", person.subject(), where))));
        }
    }

    void refused(SignedIn who, PersonId person, Action action) {
        audit.record(new AuditEvent(who.actor(), "persons.refused", person.subject(), "Asked to " + action.words()));
    }
}
