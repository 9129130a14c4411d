package org.silkthread.server.persons;

import org.silkthread.server.access.Action;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Component;

/** Writes into the audit trail who did what with a person's record and why. Nothing of what the record says is written. */
@Component
public class AccessNotes {

    /** Stands between what was done and why in the detail of an entry. */
    static final String BECAUSE = " Because: ";

    private final AuditTrail audit;

    AccessNotes(AuditTrail audit) {
        this.audit = audit;
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

    void refused(SignedIn who, PersonId person, Action action) {
        audit.record(new AuditEvent(who.actor(), "persons.refused", person.subject(), "Asked to " + action.words()));
    }
}
