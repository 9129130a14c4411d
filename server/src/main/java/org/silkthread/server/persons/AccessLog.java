package org.silkthread.server.persons;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEntry;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.springframework.stereotype.Service;

/**
 * Who did what with a record, from the audit trail, in words that the person understands. Staff are shown by role and
 * organisation; the name of one of them is told when the person asks for it.
 */
@Service
public class AccessLog {

    private static final Map<String, String> DEEDS = Map.ofEntries(
            Map.entry("persons.view-list", "Looked at the record"),
            Map.entry("persons.view", "Opened one entry of the record"),
            Map.entry("persons.view-name", "Saw the person's name in a list"),
            Map.entry("persons.export", "Took a copy of the record"),
            Map.entry("persons.search-hit", "Found the person in a search"),
            Map.entry("persons.refused", "Was refused"),
            Map.entry("persons.break-glass", "Opened the record in an emergency"),
            Map.entry("persons.review", "Looked into an emergency access"),
            Map.entry("persons.view-log", "Looked at who has looked"),
            Map.entry("persons.ask-name", "Asked for the name of somebody who looked"),
            Map.entry("persons.register", "Took the person up"),
            Map.entry("persons.describe", "Changed name, address or other details"),
            Map.entry("persons.import", "Added to the record"),
            Map.entry("persons.link-account", "Linked the account with the record"),
            Map.entry("persons.unlink-account", "Ended the link between account and record"),
            Map.entry("persons.take-on", "Placed the person under the care of a team"),
            Map.entry("persons.discharge", "Ended the care by a team"),
            Map.entry("persons.merge", "Joined two records of the person"),
            Map.entry("persons.merge-undone", "Took two joined records apart again"),
            Map.entry("persons.hide", "Hid a part of the record"),
            Map.entry("persons.show", "Showed a hidden part of the record again"),
            Map.entry("persons.lock", "Locked the record"),
            Map.entry("persons.unlock", "Unlocked the record"),
            Map.entry("persons.carer-ask", "Asked to look at the record as a carer"),
            Map.entry("persons.carer-offer", "Offered a carer a look at the record"),
            Map.entry("persons.carer-accept", "Accepted to help as a carer"),
            Map.entry("persons.carer-approve", "Let a carer look at the record"),
            Map.entry("persons.carer-change", "Changed what a carer sees"),
            Map.entry("persons.carer-end", "Ended a carer's access, or said no to it"));

    private final AuditTrail audit;
    private final Directory directory;

    AccessLog(AuditTrail audit, Directory directory) {
        this.audit = audit;
        this.directory = directory;
    }

    /**
     * One thing that was done.
     *
     * @param sequence its place in the audit trail
     * @param who role and organisation, or the carer's name, or that it was the person
     * @param what in words
     * @param why in words; empty when the deed says it all
     * @param isOwn whether the person did it themselves
     * @param hasName whether there is a name that the person may ask for
     */
    public record Line(
            long sequence, Instant at, String who, String what, String why, boolean isOwn, boolean hasName) {}

    /** Everything that was done with the record of a visit, latest first. */
    public List<Line> of(Visit visit) {
        return entries(visit).map(entry -> line(visit, entry)).toList();
    }

    private Stream<AuditEntry> entries(Visit visit) {
        return visit.standing().records().stream()
                .flatMap(record -> audit.of(record.subject()).stream())
                .sorted(Comparator.comparingLong(AuditEntry::sequence).reversed());
    }

    /** The name of the member of staff of one line, when the person asks for it. */
    public Optional<String> name(Visit visit, long sequence) {
        return entries(visit)
                .filter(entry -> entry.sequence() == sequence)
                .map(entry -> entry.event().actor())
                .filter(Actor.Person.class::isInstance)
                .map(Actor.Person.class::cast)
                .map(Actor.Person::name)
                .findFirst();
    }

    private Line line(Visit visit, AuditEntry entry) {
        String detail = entry.event().detail();
        int split = detail.indexOf(AccessNotes.BECAUSE);
        String more = split < 0 ? detail : detail.substring(0, split);
        String why = split < 0 ? "" : detail.substring(split + AccessNotes.BECAUSE.length());
        String deed = DEEDS.getOrDefault(entry.event().action(), "Did something else with the record");
        boolean own = isOwn(visit, entry.event().actor());
        return new Line(
                entry.sequence(),
                entry.at(),
                who(entry.event().actor(), own),
                more.isBlank() || more.contains("/") ? deed + "." : deed + ". " + more,
                own ? "" : why,
                own,
                !own && entry.event().actor() instanceof Actor.Person person && !isCarer(person));
    }

    private static boolean isOwn(Visit visit, Actor actor) {
        return visit.door() == Door.OWN
                && actor instanceof Actor.Person person
                && person.username().equals(visit.by().username());
    }

    private static boolean isCarer(Actor.Person person) {
        return person.role().equals("Carer");
    }

    private String who(Actor actor, boolean own) {
        return switch (actor) {
            case Actor.Person person when own -> "You";
            case Actor.Person person when isCarer(person) -> person.name() + ", carer";
            case Actor.Person person
            when person.organisation().isBlank() ->
                person.role().isBlank() ? "Somebody with an account" : person.role();
            case Actor.Person person -> person.role() + " at " + places(person.organisation());
            case Actor.SystemJob job -> "The system";
            case Actor.Visitor visitor -> "Somebody who was not signed in";
        };
    }

    private String places(String codes) {
        return Arrays.stream(codes.split(" "))
                .map(code -> directory.find(code).map(Organisation::name).orElse(code))
                .collect(Collectors.joining(", "));
    }
}
