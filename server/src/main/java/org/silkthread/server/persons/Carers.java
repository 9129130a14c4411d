package org.silkthread.server.persons;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.Delegation.Grant;
import org.silkthread.server.persons.Delegation.Step;
import org.silkthread.server.persons.store.DelegationTable;
import org.silkthread.server.persons.store.MergeTable;
import org.silkthread.server.persons.store.PersonTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carers: somebody asks or is asked, the person says what they may see and until when, and ends it at any time. A carer
 * passes nothing on: only the visit of the person themselves gives anything.
 */
@Service
public class Carers {

    /** No leave lasts longer than this without the person saying so again. */
    public static final int LONGEST_IN_YEARS = 2;

    private final DelegationTable table;
    private final PersonTable persons;
    private final MergeTable merges;
    private final Records records;
    private final AuditTrail audit;
    private final AccessNotes notes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Carers(
            DelegationTable table,
            PersonTable persons,
            MergeTable merges,
            Records records,
            AuditTrail audit,
            AccessNotes notes,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.persons = persons;
        this.merges = merges;
        this.records = records;
        this.audit = audit;
        this.notes = notes;
        this.transaction = transaction;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Relationships.UK));
    }

    /** What the person of a visit lets carers see, was asked for and has ended, latest first. */
    public List<Delegation> of(Visit own) {
        return records.within(own, () -> table.ofPersons(own.standing().records()));
    }

    /** What somebody may see as a carer, has asked for and was offered, latest first. */
    public List<Delegation> asCarer(SignedIn carer) {
        return table.ofCarer(carer.username());
    }

    /**
     * The names of the people who let somebody help, or asked them to; it is in the access log of each of them.
     *
     * @param delegations what this person may see as a carer or was offered, not what they only asked for
     */
    public Map<PersonId, String> names(SignedIn carer, List<Delegation> delegations) {
        Map<PersonId, String> names = DataScope.asSystem(
                "naming people to their own carer",
                () -> delegations.stream()
                        .map(Delegation::person)
                        .distinct()
                        .collect(Collectors.toMap(
                                person -> person,
                                person -> persons.find(merges.survivor(person))
                                        .orElseThrow()
                                        .name())));
        notes.listed(
                new Actor.Person(carer.username(), carer.name(), "Carer", ""),
                names.keySet(),
                "In the carer's own list of those they help.");
        return names;
    }

    /** The person offers somebody a look at the record; it begins when the carer accepts. */
    public void offer(Visit own, String carer, String relation, Grant grant) {
        Delegation offer = new Delegation(
                UUID.randomUUID(), own.id(), carer, relation.strip(), Step.OFFERED, grant, clock.instant());
        changeByPerson(
                own, "persons.carer-offer", () -> table.add(offer, own.by().username()));
    }

    /** The person gives what a carer asked for, as much of it as they choose. */
    public void approve(Visit own, Delegation asked, Grant grant) {
        requireOf(own, asked);
        if (asked.step() != Step.ASKED) {
            throw new IllegalArgumentException("Only what a carer asked for is approved");
        }
        stepByPerson(own, asked, Step.APPROVED, grant, "persons.carer-approve");
    }

    /** The person changes what a carer sees. */
    public void change(Visit own, Delegation held, Grant grant) {
        requireOf(own, held);
        if (!held.holdsOn(today())) {
            throw new IllegalArgumentException("Only what holds is changed");
        }
        stepByPerson(own, held, Step.CHANGED, grant, "persons.carer-change");
    }

    /** The person ends it, or says no. The carer's next request is refused. */
    public void revoke(Visit own, Delegation held) {
        requireOf(own, held);
        Step step = held.step() == Step.ASKED ? Step.DECLINED : Step.REVOKED;
        stepByPerson(own, held, step, held.grant(), "persons.carer-end");
    }

    private static void requireOf(Visit own, Delegation delegation) {
        if (own.door() != Door.OWN || !own.standing().records().contains(delegation.person())) {
            throw new IllegalArgumentException("Only the person says who may see their record");
        }
    }

    private void stepByPerson(Visit own, Delegation delegation, Step step, Grant grant, String action) {
        changeByPerson(
                own,
                action,
                () -> table.addStep(delegation.id(), step, grant, own.by().username(), clock.instant()));
    }

    private void changeByPerson(Visit own, String action, Runnable work) {
        records.within(
                own,
                () -> transaction.execute(status -> {
                    work.run();
                    audit.record(new AuditEvent(own.actor(), action, own.id().subject(), ""));
                    return own;
                }));
    }

    /**
     * Asks a person for a look at their record. The answer tells the asker nothing: whether there is such a person shows
     * only when they approve. Number, name and date of birth must all fit.
     */
    public void ask(
            SignedIn carer, NhsNumber number, String familyName, LocalDate birthDate, String relation, Grant wished) {
        Optional<PersonId> person = DataScope.asSystem(
                "passing on a carer's request",
                () -> persons.holder(number)
                        .map(merges::survivor)
                        .flatMap(persons::find)
                        .filter(found -> found.details().familyName().equalsIgnoreCase(familyName.strip())
                                && found.details().birthDate().equals(birthDate))
                        .map(Person::id)
                        .filter(found -> !persons.ofAccount(carer.username()).equals(Optional.of(found))));
        if (person.isEmpty()) {
            audit.record(new AuditEvent(carer.actor(), "persons.carer-ask", "person", "Nobody fits."));
            return;
        }
        boolean known =
                asCarer(carer).stream().anyMatch(each -> each.person().equals(person.get()) && !each.isOverOn(today()));
        if (!known) {
            Delegation asked = new Delegation(
                    UUID.randomUUID(),
                    person.get(),
                    carer.username(),
                    relation.strip(),
                    Step.ASKED,
                    wished,
                    clock.instant());
            stepByCarer(carer, asked, "persons.carer-ask", () -> table.add(asked, carer.username()));
        }
    }

    /** The carer takes up what the person offered. */
    public void accept(SignedIn carer, Delegation offered) {
        requireOffered(carer, offered);
        stepByCarer(
                carer,
                offered,
                "persons.carer-accept",
                () -> table.addStep(offered.id(), Step.ACCEPTED, offered.grant(), carer.username(), clock.instant()));
    }

    /** The carer says no, or gives it up. */
    public void giveUp(SignedIn carer, Delegation held) {
        if (!held.carer().equals(carer.username()) || held.isOverOn(today())) {
            throw new IllegalArgumentException("Nothing to give up");
        }
        Step step = held.step() == Step.OFFERED ? Step.DECLINED : Step.REVOKED;
        stepByCarer(
                carer,
                held,
                "persons.carer-end",
                () -> table.addStep(held.id(), step, held.grant(), carer.username(), clock.instant()));
    }

    private void requireOffered(SignedIn carer, Delegation offered) {
        if (!offered.carer().equals(carer.username()) || offered.step() != Step.OFFERED || offered.isOverOn(today())) {
            throw new IllegalArgumentException("Nothing to accept");
        }
    }

    private void stepByCarer(SignedIn carer, Delegation delegation, String action, Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            audit.record(new AuditEvent(
                    new Actor.Person(carer.username(), carer.name(), "Carer", ""),
                    action,
                    delegation.person().subject(),
                    ""));
        });
    }
}
