package org.silkthread.server.access.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Decision;
import org.silkthread.server.access.Grant;
import org.silkthread.server.access.Policy;
import org.silkthread.server.access.Resource;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.identity.Appointment;
import org.silkthread.server.identity.Appointments;
import org.silkthread.server.identity.FactorRemovals;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/** Makes the pages about people and posts. What it says about what somebody may do, it asks the policy. */
@Component
class PeoplePages {

    private static final String COUNTRY = "ENG";

    private final Appointments appointments;
    private final FactorRemovals removals;
    private final Directory directory;
    private final Clock clock;

    PeoplePages(Appointments appointments, FactorRemovals removals, Directory directory, Clock clock) {
        this.appointments = appointments;
        this.removals = removals;
        this.directory = directory;
        this.clock = clock;
    }

    PeopleView.Home home(SignedIn administrator) {
        return new PeopleView.Home(new TreeSet<>(administrator.organisations(Role.ACCESS_ADMINISTRATOR))
                .stream()
                        .map(code -> PageLink.to(name(code), "/people/" + code))
                        .toList());
    }

    PeopleView.Organisation organisation(
            String code, PeopleView.Appointing form, PeopleView.Inviting inviting, SignedIn administrator) {
        Instant now = clock.instant();
        List<Appointment> all = appointments.at(code);
        List<Appointment> held = all.stream()
                .filter(appointment -> appointment.isHeldAt(now))
                .sorted(Comparator.comparing(Appointment::name))
                .toList();
        List<Appointment> ended =
                all.stream().filter(appointment -> !appointment.isHeldAt(now)).toList();
        return new PeopleView.Organisation(
                code,
                name(code),
                table("Posts that are held now", code, held),
                table("Posts that were held before", code, ended),
                given(code, administrator).stream()
                        .map(role -> Choice.of(role.name(), role.label())
                                .chosenIf(role.name().equals(form.role())))
                        .toList(),
                form,
                inviting);
    }

    /** The posts that an administrator may give: those that reach beyond the organisation are the country's to give. */
    static List<Role> given(String organisation, SignedIn administrator) {
        boolean ofTheCountry = administrator.holds(Role.ACCESS_ADMINISTRATOR, COUNTRY);
        return Arrays.stream(Role.values())
                .filter(role -> ofTheCountry || !reachesBeyond(role, organisation))
                .toList();
    }

    private static boolean reachesBeyond(Role role, String organisation) {
        return organisation.equals(COUNTRY)
                || Arrays.stream(Action.values())
                        .flatMap(action -> action.grants().stream())
                        .anyMatch(grant -> grant instanceof Grant.Holders(Set<Role> roles, Grant.Reach reach)
                                && roles.contains(role)
                                && reach == Grant.Reach.ANY_ORGANISATION);
    }

    PeopleView.Person person(String organisation, UUID id, SignedIn reader) {
        Instant now = clock.instant();
        Optional<SignedIn> person = appointments.find(id);
        List<Appointment> here = appointments.of(id).stream()
                .filter(appointment -> appointment.post().organisation().equals(organisation))
                .toList();
        return new PeopleView.Person(
                organisation,
                id.toString(),
                appointments.name(id).orElse("Somebody"),
                person.isPresent(),
                here.stream()
                        .filter(appointment -> appointment.isHeldAt(now))
                        .map(appointment -> new PeopleView.Held(
                                appointment.post().role().name(),
                                appointment.post().role().label()))
                        .toList(),
                new Table(
                        "What they can do with what belongs to " + name(organisation),
                        List.of(Column.words("To"), Column.words("May they?"), Column.words("Why")),
                        byPost().stream()
                                .map(action -> row(action, decide(person, action, organisation)))
                                .toList()),
                table("Posts at " + name(organisation), organisation, here).orElseThrow(),
                person.map(holder -> removal(holder, reader)).orElse(new PeopleView.Removal("", false)));
    }

    private PeopleView.Removal removal(SignedIn holder, SignedIn reader) {
        return removals.waiting().stream()
                .filter(asked -> asked.username().equals(holder.username()))
                .findFirst()
                .map(asked -> new PeopleView.Removal(
                        asked.reason(),
                        !asked.askedBy().equals(reader.username())
                                && !holder.username().equals(reader.username())))
                .orElse(new PeopleView.Removal("", false));
    }

    PeopleView.Can can(String organisation, Optional<Action> asked) {
        return new PeopleView.Can(
                organisation,
                byPost().stream()
                        .map(action -> Choice.of(action.name(), capitalised(action.words()))
                                .chosenIf(asked.filter(action::equals).isPresent()))
                        .toList(),
                asked.map(action -> people(organisation, action)),
                asked.map(Action::words).orElse(""),
                asked.map(Action::whoMay).orElse(""));
    }

    private Table people(String organisation, Action action) {
        Instant now = clock.instant();
        return new Table(
                "Who can " + action.words() + " at " + name(organisation),
                List.of(Column.words("Person"), Column.words("Why")),
                appointments.at(organisation).stream()
                        .filter(appointment -> appointment.isHeldAt(now))
                        .map(Appointment::person)
                        .distinct()
                        .flatMap(id -> appointments.find(id).stream()
                                .flatMap(person -> because(decide(Optional.of(person), action, organisation))
                                        .map(why -> Table.row(
                                                Cell.link(person.name(), "/people/" + organisation + "/" + id),
                                                Cell.words(why)))
                                        .stream()))
                        .toList());
    }

    private static Optional<String> because(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(String because) -> Optional.of(because);
            case Decision.Refused refused -> Optional.empty();
        };
    }

    private Decision decide(Optional<SignedIn> person, Action action, String organisation) {
        return Policy.decide(new Policy.Question(
                person, action, Resource.ofOrganisation(organisation), Set.of(), action.purpose(), clock.instant()));
    }

    /** The actions that posts allow; what is public or one's own is not a matter of posts. */
    private static List<Action> byPost() {
        return Arrays.stream(Action.values())
                .filter(action -> action.grants().stream().anyMatch(Grant.Holders.class::isInstance))
                .toList();
    }

    private static List<Cell> row(Action action, Decision decision) {
        return switch (decision) {
            case Decision.Allowed(String because) ->
                Table.row(Cell.words(capitalised(action.words())), Cell.words("Yes"), Cell.words(because));
            case Decision.Refused(String why) ->
                Table.row(Cell.words(capitalised(action.words())), Cell.words("No"), Cell.words(why));
        };
    }

    private Optional<Table> table(String caption, String organisation, List<Appointment> shown) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Table(
                caption,
                List.of(Column.words("Person"), Column.words("Post"), Column.words("Since"), Column.words("Ends")),
                shown.stream()
                        .map(appointment -> Table.row(
                                Cell.link(appointment.name(), "/people/" + organisation + "/" + appointment.person()),
                                Cell.words(appointment.post().role().label()),
                                Cell.words(day(appointment.begunAt())),
                                Cell.words(end(appointment))))
                        .toList()));
    }

    private static String end(Appointment appointment) {
        return appointment
                .endedAt()
                .map(end -> "Ended on " + day(end))
                .or(() -> appointment.until().map(end -> "After " + day(end.minusSeconds(1))))
                .orElse("No end is set");
    }

    private static String day(Instant moment) {
        return Wording.date(UkTime.at(moment).toLocalDate());
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String name(String code) {
        return code.equals(COUNTRY)
                ? "England"
                : directory.find(code).map(organisation -> organisation.name()).orElse(code);
    }
}
