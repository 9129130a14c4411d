package org.silkthread.server.persons;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.access.Decision;
import org.silkthread.server.access.Policy;
import org.silkthread.server.access.Relationship;
import org.silkthread.server.access.Resource;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.store.PersonTable;
import org.silkthread.server.persons.store.RecordTable;
import org.springframework.stereotype.Service;

/**
 * The way into a record, for people: works out how they stand to the person, asks the policy, and shows what it allows.
 * There is no other, because the database shows a record to a request only inside {@link #within}.
 */
@Service
public class Records {

    private final Relationships relationships;
    private final RecordTable table;
    private final PersonTable persons;
    private final AccessNotes notes;
    private final Clock clock;

    Records(Relationships relationships, RecordTable table, PersonTable persons, AccessNotes notes, Clock clock) {
        this.relationships = relationships;
        this.table = table;
        this.persons = persons;
        this.notes = notes;
        this.clock = clock;
    }

    /** What came of knocking at a record. */
    public sealed interface Entry {}

    /** They are in. */
    public record Admitted(Visit visit) implements Entry {}

    /** The policy refused; the refusal is in the audit trail. */
    public record TurnedAway(Standing standing, String why) implements Entry {}

    /** There is no such record. */
    public record NoRecord() implements Entry {}

    /**
     * Asks to do something with a record as a whole.
     *
     * @param door as what; no other relationship counts
     */
    public Entry enter(SignedIn who, Door door, PersonId person, Action action) {
        Optional<Standing> found = relationships.of(who, person);
        if (found.isEmpty()) {
            return new NoRecord();
        }
        Standing standing = found.get();
        String category = action == Action.READ_ACCESS_LOG ? Relationships.ACCESS_LOG : "";
        return switch (decide(who, door, standing, action, category, Set.of())) {
            case Decision.Allowed(String because) -> new Admitted(visit(who, door, standing, because));
            case Decision.Refused(String why) -> {
                notes.refused(who, standing.person(), action);
                yield new TurnedAway(standing, why);
            }
        };
    }

    private Visit visit(SignedIn who, Door door, Standing standing, String because) {
        Person person = DataScope.seeingPerson(
                standing.person().toString(),
                () -> persons.find(standing.person()).orElseThrow());
        String organisation = standing.relationships().stream()
                .filter(door::takes)
                .flatMap(tie -> organisation(tie).stream())
                .filter(who.organisations()::contains)
                .sorted()
                .findFirst()
                .orElse("");
        return new Visit(who, door, standing, person, role(who, door, organisation), organisation, because);
    }

    private static Optional<String> organisation(Relationship relationship) {
        return switch (relationship) {
            case Relationship.CareTeam team -> Optional.of(team.organisation());
            case Relationship.BrokenGlass glass -> Optional.of(glass.organisation());
            case Relationship.Oneself oneself -> Optional.empty();
            case Relationship.Carer carer -> Optional.empty();
        };
    }

    private static String role(SignedIn who, Door door, String organisation) {
        return switch (door) {
            case OWN -> "The person";
            case CARER -> "Carer";
            case STAFF ->
                who.posts().stream()
                        .filter(post -> post.organisation().equals(organisation))
                        .map(post -> post.role().label())
                        .sorted()
                        .collect(Collectors.joining(", "));
        };
    }

    /** What of the record the visitor may see, newest first. What they may not see is not there. */
    public List<RecordItem> items(Visit visit, Action action) {
        return within(visit, () -> table.of(visit.standing().records())).stream()
                .map(item -> withHiding(visit.standing(), item))
                .filter(item -> mayRead(visit, item, action))
                .toList();
    }

    /** One item, if there is one that the visitor may see. */
    public Optional<RecordItem> item(Visit visit, UUID id) {
        return within(visit, () -> table.find(id, visit.standing().records()))
                .map(item -> withHiding(visit.standing(), item))
                .filter(item -> mayRead(visit, item, Action.READ_RECORD_ENTRY));
    }

    /** Whether the policy lets the visitor do something more with the record as a whole. */
    public boolean may(Visit visit, Action action) {
        return decide(visit.by(), visit.door(), visit.standing(), action, "", Set.of())
                .isAllowed();
    }

    /**
     * Who the people under the care of a team are, as far as their records would open, for a list. It is no visit, but it
     * is in the access log of each of them; a record that does not open is passed over.
     *
     * @param who somebody of the team
     */
    public List<Person> listed(SignedIn who, CareTeam team, List<PersonId> people) {
        List<Person> listed = people.stream()
                .flatMap(person -> relationships.of(who, person).stream())
                .filter(standing -> decide(who, Door.STAFF, standing, Action.OPEN_RECORD, "", Set.of())
                        .isAllowed())
                .flatMap(standing ->
                        DataScope.seeingPerson(standing.person().toString(), () -> persons.find(standing.person()))
                                .stream())
                .toList();
        String role = role(who, Door.STAFF, team.organisation());
        notes.listed(
                new Actor.Person(who.username(), who.name(), role, team.organisation()),
                listed.stream().map(Person::id).toList(),
                "In the list of a care team." + AccessNotes.BECAUSE + "member of " + team.name()
                        + ", which cares for the person");
        return listed;
    }

    /** Does work that sees the record of a visit and no other that was not open already. */
    public <T> T within(Visit visit, Supplier<T> work) {
        return DataScope.seeingPerson(visit.id().toString(), work);
    }

    private static RecordItem withHiding(Standing standing, RecordItem item) {
        if (!standing.hidden().covers(item.id(), item.category())) {
            return item;
        }
        Set<PrivacyLabel> labels = new HashSet<>(item.labels());
        labels.add(PrivacyLabel.HIDDEN_BY_PERSON);
        return new RecordItem(
                item.id(),
                item.person(),
                item.version(),
                item.category(),
                item.happenedOn(),
                item.title(),
                item.organisation(),
                item.author(),
                labels,
                item.resource(),
                item.recordedAt());
    }

    private boolean mayRead(Visit visit, RecordItem item, Action action) {
        Set<String> labels = item.labels().stream().map(PrivacyLabel::code).collect(Collectors.toSet());
        return decide(
                        visit.by(),
                        visit.door(),
                        visit.standing(),
                        action,
                        item.category().code(),
                        labels)
                .isAllowed();
    }

    private Decision decide(
            SignedIn who, Door door, Standing standing, Action action, String category, Set<String> labels) {
        Set<Relationship> counting =
                standing.relationships().stream().filter(door::takes).collect(Collectors.toSet());
        Resource.OfPerson resource =
                new Resource.OfPerson(standing.person().toString(), category, labels, standing.locked());
        return Policy.decide(
                new Policy.Question(Optional.of(who), action, resource, counting, door.purpose(), clock.instant()));
    }
}
