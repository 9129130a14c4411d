package org.silkthread.server.persons;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.persons.store.MergeTable;
import org.silkthread.server.persons.store.PersonTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who the people are whose health is looked after. Everything here sees what the data scope of the caller shows: a
 * request sees the records that were opened for it, an import everybody.
 */
@Service
public class Persons {

    private final PersonTable table;
    private final MergeTable merges;
    private final AuditTrail audit;
    private final Clock clock;

    Persons(PersonTable table, MergeTable merges, AuditTrail audit, Clock clock) {
        this.table = table;
        this.merges = merges;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes up somebody new.
     *
     * @throws IllegalArgumentException if their NHS number is somebody else's
     */
    @Transactional
    public PersonId register(PersonDetails details, Actor by) {
        PersonId id = PersonId.random();
        Instant now = clock.instant();
        details.nhsNumber().ifPresent(this::refuseTaken);
        table.create(id, now);
        table.describe(id, details, nameOf(by), now);
        details.nhsNumber().ifPresent(number -> table.giveNumber(id, number, nameOf(by), now));
        audit.record(new AuditEvent(by, "persons.register", id.subject(), ""));
        return id;
    }

    private void refuseTaken(NhsNumber number) {
        table.lock("nhs-number " + number.digits());
        if (table.holder(number).isPresent()) {
            throw new IllegalArgumentException("The NHS number belongs to somebody who is known already");
        }
    }

    /** Adds newer details; a number that was not known before is added, one that is known stays. */
    @Transactional
    public void describe(PersonId person, PersonDetails details, Actor by) {
        Instant now = clock.instant();
        table.describe(person, details, nameOf(by), now);
        details.nhsNumber().filter(number -> table.holder(number).isEmpty()).ifPresent(number -> {
            refuseTaken(number);
            table.giveNumber(person, number, nameOf(by), now);
        });
        audit.record(new AuditEvent(by, "persons.describe", person.subject(), ""));
    }

    public Optional<Person> find(PersonId person) {
        return table.find(person);
    }

    public Optional<PersonId> holder(NhsNumber number) {
        return table.holder(number);
    }

    /** Whom an organisation's system means by an id of its own. */
    public Optional<PersonId> calledBy(String organisation, String sourceId) {
        return table.calledBy(organisation, sourceId);
    }

    /** Remembers whom an organisation's system means by an id of its own. */
    @Transactional
    public void call(String organisation, String sourceId, PersonId person) {
        table.call(organisation, sourceId, person, clock.instant());
    }

    /**
     * Says that an account is this person's, once somebody has made sure of who they are.
     *
     * @throws IllegalArgumentException if the account is somebody else's, or the person has another account
     */
    @Transactional
    public void link(String username, PersonId person, Actor by) {
        table.lock("account " + username);
        table.lock("person " + person);
        Optional<PersonId> linked = table.ofAccount(username);
        if (linked.equals(Optional.of(person))) {
            return;
        }
        if (linked.isPresent() || table.accountOf(person).isPresent()) {
            throw new IllegalArgumentException("An account is one person's, and a person has one account");
        }
        table.link(username, Optional.of(person), nameOf(by), clock.instant());
        audit.record(new AuditEvent(by, "persons.link-account", person.subject(), "account/" + username));
    }

    /** Ends the link between an account and whoever it was linked to. */
    @Transactional
    public void unlink(String username, Actor by) {
        table.ofAccount(username).ifPresent(person -> {
            table.link(username, Optional.empty(), nameOf(by), clock.instant());
            audit.record(new AuditEvent(by, "persons.unlink-account", person.subject(), "account/" + username));
        });
    }

    /**
     * Shows two records as one, because they are of one person. Nothing is moved: undoing it leaves each with its own.
     *
     * @throws IllegalArgumentException if one of them is part of another merge already
     */
    @Transactional
    public Merge merge(PersonId merged, PersonId survivor, String reason, Actor by) {
        table.lock("merge");
        for (PersonId each : List.of(merged, survivor)) {
            if (!merges.survivor(each).equals(each)) {
                throw new IllegalArgumentException("One of the records is merged already. Undo that first");
            }
        }
        if (merged.equals(survivor) || merges.shownWith(merged).size() > 1) {
            throw new IllegalArgumentException(
                    "The record that is merged has others merged into it. Merge the other way round");
        }
        UUID id = UUID.randomUUID();
        merges.add(id, merged, survivor, reason, nameOf(by), clock.instant());
        audit.record(new AuditEvent(by, "persons.merge", survivor.subject(), "with " + merged.subject()));
        audit.record(new AuditEvent(by, "persons.merge", merged.subject(), "into " + survivor.subject()));
        return merges.find(id).orElseThrow();
    }

    /** Takes a merge back, with why it was a mistake. Both records are as they were, and what was added stays where it was added. */
    @Transactional
    public void undo(Merge merge, String reason, Actor by) {
        table.lock("merge");
        if (merges.find(merge.id()).flatMap(Merge::undone).isPresent()) {
            return;
        }
        merges.undo(merge.id(), reason, nameOf(by), clock.instant());
        audit.record(new AuditEvent(by, "persons.merge-undone", merge.survivor().subject(), ""));
        audit.record(new AuditEvent(by, "persons.merge-undone", merge.merged().subject(), ""));
    }

    /** Every merge that a record was part of, latest first. */
    public List<Merge> merges(PersonId person) {
        return merges.of(person);
    }

    static String nameOf(Actor by) {
        return switch (by) {
            case Actor.Person person -> person.username();
            case Actor.SystemJob job -> job.name();
            case Actor.Visitor visitor -> throw new IllegalArgumentException("A visitor changes nothing");
        };
    }
}
