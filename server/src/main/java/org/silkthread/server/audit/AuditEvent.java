package org.silkthread.server.audit;

import java.nio.charset.StandardCharsets;

/**
 * One thing that was done. The words go into a record that is kept for good: name things by their codes, and leave
 * clinical content and secrets out.
 *
 * @param actor who did it
 * @param action what was done, as room and verb: {@code account.publish}
 * @param subject what it was done to, as kind and code: {@code quality-account/R0A/2009-10}
 * @param detail what else matters; may be empty
 * @param person whom it is about, by the code that the service knows them by, so that they can read it; empty if nobody
 * @param reason why, in the words of who did it, where a reason is asked for; may be empty
 */
public record AuditEvent(Actor actor, String action, String subject, String detail, String person, String reason) {

    /** Something that is about nobody and needs no reason. */
    public AuditEvent(Actor actor, String action, String subject, String detail) {
        this(actor, action, subject, detail, "", "");
    }

    public AuditEvent {
        if (action.isBlank()) {
            throw new IllegalArgumentException("An audit event names its action");
        }
        action = storable(action);
        subject = storable(subject);
        detail = storable(detail);
        person = storable(person);
        reason = storable(reason);
        actor = switch (actor) {
            case Actor.Person who ->
                new Actor.Person(
                        storable(who.username()),
                        storable(who.name()),
                        storable(who.role()),
                        storable(who.organisation()));
            case Actor.SystemJob job -> new Actor.SystemJob(storable(job.name()));
            case Actor.Visitor visitor -> visitor;
        };
    }

    /** The same, about somebody. */
    public AuditEvent about(String whom) {
        return new AuditEvent(actor, action, subject, detail, whom, reason);
    }

    /** The same, with the reason that was given. */
    public AuditEvent because(String why) {
        return new AuditEvent(actor, action, subject, detail, person, why);
    }

    /**
     * The database keeps neither NUL nor half a surrogate pair, and the words come partly from strangers: both are
     * replaced before anything is hashed, so that what is read back hashes the same.
     */
    private static String storable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\uFFFD');
    }
}
