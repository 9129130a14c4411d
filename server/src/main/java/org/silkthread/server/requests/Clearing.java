package org.silkthread.server.requests;

import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.KeptForms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes what is kept for a day and belongs to an account. Each run that removes something leaves one entry of how much of
 * what, in the same transaction: nothing goes without it, and whose it was and what it said stands nowhere any more.
 */
@Component
class Clearing {

    static final String SUBJECT = "retention/one-day";

    private static final Actor JOB = new Actor.SystemJob("clearing");

    private final OnceOnly onceOnly;
    private final KeptForms forms;
    private final AuditTrail audit;

    Clearing(OnceOnly onceOnly, KeptForms forms, AuditTrail audit) {
        this.onceOnly = onceOnly;
        this.forms = forms;
        this.audit = audit;
    }

    @Transactional
    public void run() {
        int answers = onceOnly.forget();
        int kept = forms.forgetOld();
        if (answers + kept > 0) {
            audit.record(new AuditEvent(
                    JOB,
                    "requests.clear",
                    SUBJECT,
                    "answers to what counts once: " + answers + ", forms kept after a session: " + kept));
        }
    }
}
