package org.silkthread.server.persons.web;

import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.access.Action;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.Door;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.Relationships;
import org.silkthread.server.persons.Visit;
import org.silkthread.server.web.Refusal;
import org.springframework.stereotype.Component;

/** Lets whoever makes a request into a record, or says why not. */
@Component
class Desk {

    private final CurrentUser user;
    private final Relationships relationships;
    private final Records records;

    Desk(CurrentUser user, Relationships relationships, Records records) {
        this.user = user;
        this.relationships = relationships;
        this.records = records;
    }

    SignedIn caller() {
        return user.require();
    }

    /** The caller's own record. */
    Visit own(Action action) {
        SignedIn caller = user.require();
        PersonId own = relationships
                .own(caller)
                .orElseThrow(() -> Refusal.notFound(
                        "Your account is not linked with a health record.",
                        "Ask your GP practice to link it. They will first make sure of who you are."));
        return admitted(records.enter(caller, Door.OWN, own, action));
    }

    /** Whether the caller's account is linked with a record. */
    boolean hasOwn() {
        return relationships.own(user.require()).isPresent();
    }

    /** The record of somebody the caller cares for. What does not exist and what is not theirs look the same. */
    Visit carer(String id, Action action) {
        return PersonId.parse(id)
                .map(person -> records.enter(user.require(), Door.CARER, person, action))
                .map(Desk::admitted)
                .orElseThrow(Desk::nothing);
    }

    /** A record at work; the caller of this method says what follows from a refusal. */
    Records.Entry staff(String id, Action action) {
        return PersonId.parse(id)
                .map(person -> records.enter(user.require(), Door.STAFF, person, action))
                .orElseGet(Records.NoRecord::new);
    }

    /** A record at work, where a refusal is the end of it. */
    Visit staffOnly(String id, Action action) {
        return admitted(staff(id, action));
    }

    static Visit admitted(Records.Entry entry) {
        return switch (entry) {
            case Records.Admitted(Visit visit) -> visit;
            case Records.TurnedAway turnedAway -> throw nothing();
            case Records.NoRecord none -> throw nothing();
        };
    }

    static Refusal nothing() {
        return Refusal.notFound(
                "There is no record here that you may open.",
                "Go back to your own pages. If somebody let you see their record, it may have ended.");
    }

    static Optional<UUID> uuid(String text) {
        return PersonId.parse(text).map(PersonId::value);
    }
}
