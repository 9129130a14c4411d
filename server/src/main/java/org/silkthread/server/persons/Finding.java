package org.silkthread.server.persons;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.persons.store.MergeTable;
import org.silkthread.server.persons.store.PersonTable;
import org.silkthread.server.persons.store.PrivacyTable;
import org.springframework.stereotype.Service;

/**
 * Finds a person by who they are. It looks among everybody, which is what finding means, and gives back who they are and
 * nothing of their record: not even whether there is one entry in it. Every hit is in the person's access log.
 */
@Service
public class Finding {

    /** More people than this of one name and date of birth are not listed; ask for the NHS number. */
    public static final int MOST = 20;

    private static final String FINDING = "finding a person by who they are";

    private final PersonTable persons;
    private final MergeTable merges;
    private final PrivacyTable privacy;
    private final AuditTrail audit;

    Finding(PersonTable persons, MergeTable merges, PrivacyTable privacy, AuditTrail audit) {
        this.persons = persons;
        this.merges = merges;
        this.privacy = privacy;
        this.audit = audit;
    }

    /** What somebody is looked for by. */
    public sealed interface Query {}

    /** By NHS number. */
    public record ByNumber(NhsNumber number) implements Query {}

    /** By full name and date of birth. */
    public record ByName(String givenName, String familyName, LocalDate birthDate) implements Query {}

    /**
     * Who fits. The caller has asked the policy whether this person may look for people.
     *
     * @param by who looks, in the role they look in
     */
    public List<Candidate> search(Query query, Actor by) {
        List<Candidate> hits = DataScope.asSystem(FINDING, () -> candidates(query));
        if (hits.isEmpty()) {
            audit.record(new AuditEvent(by, "persons.search", "person", "No hit."));
        }
        hits.forEach(hit -> audit.record(
                new AuditEvent(by, "persons.search-hit", hit.person().id().subject(), "Looked for " + words(query))));
        return hits;
    }

    /** One person as a search shows them, with others of the same name and date of birth. */
    public Optional<Candidate> candidate(PersonId id) {
        return DataScope.asSystem(
                FINDING, () -> persons.find(merges.survivor(id)).map(this::candidate));
    }

    private List<Candidate> candidates(Query query) {
        List<Person> found = switch (query) {
            case ByNumber(NhsNumber number) ->
                persons.holder(number).stream()
                        .flatMap(id -> persons.find(merges.survivor(id)).stream())
                        .toList();
            case ByName(String given, String family, LocalDate birthDate) ->
                shown(persons.named(given, family, birthDate));
        };
        return found.stream().limit(MOST).map(this::candidate).toList();
    }

    /** Each record that stands for itself, once: a merged one is found by its survivor. */
    private List<Person> shown(List<Person> found) {
        List<Person> shown = new ArrayList<>();
        for (Person person : found) {
            PersonId survivor = merges.survivor(person.id());
            if (shown.stream().noneMatch(each -> each.id().equals(survivor))) {
                persons.find(survivor).ifPresent(shown::add);
            }
        }
        return shown;
    }

    private Candidate candidate(Person person) {
        PersonDetails details = person.details();
        Set<PersonId> lookAlikes =
                persons.named(details.givenName(), details.familyName(), details.birthDate()).stream()
                        .map(other -> merges.survivor(other.id()))
                        .filter(other -> !other.equals(person.id()))
                        .collect(Collectors.toSet());
        boolean locked = privacy.isLocked(merges.shownWith(person.id()));
        return new Candidate(locked ? withoutWhereabouts(person) : person, locked, lookAlikes);
    }

    private static Person withoutWhereabouts(Person person) {
        PersonDetails known = person.details();
        return new Person(
                person.id(),
                new PersonDetails(
                        known.nhsNumber(),
                        known.givenName(),
                        known.familyName(),
                        known.birthDate(),
                        known.sex(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String words(Query query) {
        return switch (query) {
            case ByNumber number -> "the NHS number.";
            case ByName name -> "the name and date of birth.";
        };
    }
}
