package org.silkthread.server.persons;

import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.SignedIn;

/**
 * Somebody whom the policy let into a record.
 *
 * @param by who
 * @param door as what
 * @param person whose record
 * @param role the role they act in, in words
 * @param organisation the code of the organisation they act for; empty for the person and for carers
 * @param because why the policy let them in, in words
 */
public record Visit(
        SignedIn by, Door door, Standing standing, Person person, String role, String organisation, String because) {

    /** Who they are in the audit trail: themselves, in the one role that they act in here. */
    public Actor.Person actor() {
        return new Actor.Person(by.username(), by.name(), role, organisation);
    }

    public PersonId id() {
        return standing.person();
    }
}
