package org.silkthread.cli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.access.Action;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.persons.CareTeam;
import org.silkthread.server.persons.CareTeams;
import org.silkthread.server.persons.Carers;
import org.silkthread.server.persons.Delegation;
import org.silkthread.server.persons.Door;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Persons;
import org.silkthread.server.persons.PrivacyLabel;
import org.silkthread.server.persons.Records;
import org.silkthread.server.persons.Scope;

/** Who looks after whom in the demonstration: teams, accounts of people with records, and a daughter who helps. */
public final class DemoCare {

    private static final Actor DEMONSTRATION = new Actor.SystemJob("silk demo");
    private static final int MONTHS_OF_HELP = 6;

    private final Persons persons;
    private final CareTeams teams;
    private final Records records;
    private final Carers carers;
    private final Accounts accounts;

    /** The rooms that it fills. */
    public DemoCare(Persons persons, CareTeams teams, Records records, Carers carers, Accounts accounts) {
        this.persons = persons;
        this.teams = teams;
        this.records = records;
        this.carers = carers;
        this.accounts = accounts;
    }

    /** Makes what is not there yet; the records and the accounts are. */
    public void make() {
        team("Diabetes team", DemoPatients.HOSPITAL, Set.of(), "tom.reed", List.of("john-smith", "leila-haddad"));
        team(
                "Sexual health clinic",
                DemoPatients.HOSPITAL,
                Set.of(PrivacyLabel.SEXUAL_HEALTH),
                "kim.west",
                List.of("dev-anand"));
        team(
                "Practice team",
                DemoPatients.PRACTICE,
                Set.of(PrivacyLabel.MENTAL_HEALTH),
                "nora.bell",
                DemoPatients.all().stream().map(DemoPatients.Patient::key).toList());
        for (String key : List.of("john-smith", "ann-price", "leila-haddad")) {
            persons.link(key.replace('-', '.'), id(key), DEMONSTRATION);
        }
        help();
    }

    private void team(String name, String organisation, Set<PrivacyLabel> labels, String member, List<String> people) {
        if (!teams.peopleOf(member).isEmpty()) {
            return;
        }
        CareTeam team = teams.form(organisation, name, labels, DEMONSTRATION);
        people.forEach(key -> teams.takeOn(team, id(key), Optional.empty(), DEMONSTRATION));
        teams.join(team, member, Optional.empty(), DEMONSTRATION);
    }

    /** John Smith lets his daughter Ann see appointments and medicines, and she accepts. */
    private void help() {
        SignedIn john = accounts.find("john.smith").orElseThrow();
        SignedIn ann = accounts.find("ann.price").orElseThrow();
        if (!carers.asCarer(ann).isEmpty()) {
            return;
        }
        if (records.enter(john, Door.OWN, id("john-smith"), Action.LET_CARERS_HELP)
                instanceof Records.Admitted admitted) {
            LocalDate until = carers.today().plusMonths(MONTHS_OF_HELP);
            carers.offer(
                    admitted.visit(),
                    ann.username(),
                    "father",
                    new Delegation.Grant(Set.of(Scope.APPOINTMENTS, Scope.MEDICATION), false, false, until));
            carers.accept(ann, carers.asCarer(ann).getFirst());
        }
    }

    private PersonId id(String key) {
        return DemoPatients.all().stream()
                .filter(patient -> patient.key().equals(key))
                .map(patient -> new NhsNumber(patient.nhsNumber()))
                .flatMap(number -> persons.holder(number).stream())
                .findFirst()
                .orElseThrow();
    }
}
